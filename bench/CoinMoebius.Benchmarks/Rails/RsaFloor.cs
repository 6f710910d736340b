using System.IO.Hashing;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Benchmarks.Rails;

/// <summary>The body's checksum, and one RSA signature check over a text that holds it, with a key that is at hand.</summary>
internal static class RsaFloor
{
    private static readonly byte[] Text = "8d4d0b1c-0000-4000-8000-000000000000|2026-05-14T01:04:21Z|8PT597110X687430LKGECATA|3421780262"u8.ToArray();
    private static readonly byte[] Signature = new byte[256];
    private static readonly RSA Key = X509Certificate2.CreateFromPem(PayPalTestCertificate.Shared.Pem).GetRSAPublicKey()!;

    static RsaFloor() => Signature[128] = 1;

    public static void Verify(ReadOnlySpan<byte> body)
    {
        Crc32.HashToUInt32(body);
        Key.VerifyData(Text, Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
