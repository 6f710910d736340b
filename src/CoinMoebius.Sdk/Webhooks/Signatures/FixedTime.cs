using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace CoinMoebius.Sdk.Webhooks.Signatures;

/// <summary>
/// Comparison whose time depends on the length alone. <c>CryptographicOperations.FixedTimeEquals</c> word by word: unoptimised as it
/// has to be, its loop over bytes costs a rejected request 5 % on top of the digest.
/// </summary>
internal static class FixedTime
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static bool Equals(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        var difference = 0UL;
        var i = 0;
        for (; i + sizeof(ulong) <= left.Length; i += sizeof(ulong))
        {
            difference |= BinaryPrimitives.ReadUInt64LittleEndian(left[i..]) ^ BinaryPrimitives.ReadUInt64LittleEndian(right[i..]);
        }

        for (; i < left.Length; i++)
        {
            difference |= (uint)(left[i] ^ right[i]);
        }

        return difference == 0;
    }
}
