#if NETSTANDARD2_0
using System.Runtime.CompilerServices;
#else
using System.Security.Cryptography;
#endif

namespace CoinMoebius.Sdk.Primitives.Digests;

/// <summary>A comparison whose time depends only on the length.</summary>
internal static class FixedTime
{
#if NETSTANDARD2_0
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static bool Equals(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        var difference = 0;
        for (var i = 0; i < left.Length; i++)
        {
            difference |= left[i] ^ right[i];
        }

        return difference == 0;
    }
#else
    public static bool Equals(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => CryptographicOperations.FixedTimeEquals(left, right);
#endif
}
