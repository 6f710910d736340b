using System.Text;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Inqud.Json;

/// <summary>
/// Signs requests: HMAC-SHA256 under the token's secret over the body followed by a salt, in lower-case hexadecimal. Source:
/// docs.inqud.com/developer/authentication.
/// </summary>
internal static class InqudSignature
{
    private const int SaltSize = 32;
    private const int DigestSize = 32;

    /// <summary>Creates 64 random hexadecimal digits.</summary>
    public static string CreateSalt() => Nonce.Create(SaltSize);

    public static string Sign(string secret, ReadOnlySpan<byte> body, string salt)
    {
        var digest = new byte[DigestSize];
        HmacSignature.Compute(SignatureHash.HmacSha256, secret, body, Encoding.UTF8.GetBytes(salt), digest);
        return HexDigest.Encode(digest);
    }
}
