using System.Security.Cryptography;

namespace CoinMoebius.Sdk.MoneyButton.Confirmation;

/// <summary>Computes the digest of Bitcoin's ids and checksums.</summary>
internal static class Sha256
{
    public static byte[] Twice(byte[] bytes)
    {
#if NETSTANDARD2_0
        using var sha = SHA256.Create();
        return sha.ComputeHash(sha.ComputeHash(bytes));
#else
        return SHA256.HashData(SHA256.HashData(bytes));
#endif
    }
}
