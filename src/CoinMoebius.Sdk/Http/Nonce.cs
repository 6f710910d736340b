using System.Security.Cryptography;
using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Http;

/// <summary>Unpredictable values that do not repeat.</summary>
internal static class Nonce
{
    /// <summary>Returns the given number of random bytes in lower-case hexadecimal.</summary>
    public static string Create(int size)
    {
        var bytes = new byte[size];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return HexDigest.Encode(bytes);
    }
}
