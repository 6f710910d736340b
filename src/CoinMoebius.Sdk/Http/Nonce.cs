using System.Security.Cryptography;
using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Http;

/// <summary>Values that nobody can guess and that do not come twice.</summary>
internal static class Nonce
{
    /// <summary>So many random bytes, in lower-case hexadecimal.</summary>
    public static string Create(int size)
    {
        var bytes = new byte[size];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return HexDigest.Encode(bytes);
    }
}
