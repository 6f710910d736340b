using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CoinMoebius.Sdk.Tests.Providers.PayPal;

/// <summary>Makes roots, intermediates and leaves with one thing wrong at a time. One RSA key serves all: only the papers matter.</summary>
internal sealed class TestPki : IDisposable
{
    public const string LiveName = "messageverificationcerts.paypal.com";
    public const string SandboxName = "messageverificationcerts.sandbox.paypal.com";
    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    public static readonly DateTimeOffset From = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset To = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Making a key takes long; a copy of one does for all tests that do not ask for two.
    private static readonly Lazy<RSAParameters> CommonKey = new(static () =>
    {
        using var key = RSA.Create(2048);
        return key.ExportParameters(includePrivateParameters: true);
    });

    public TestPki(string name = "CN=Test root", bool ownKey = true)
    {
        Key = ownKey ? RSA.Create(2048) : RSA.Create(CommonKey.Value);
        Root = Request(name, Key).CreateSelfSigned(From.AddYears(-5), To.AddYears(5));
    }

    public RSA Key { get; }

    public X509Certificate2 Root { get; }

    public string RootPem => Root.ExportCertificatePem();

    public string Leaf(
        string? commonName = SandboxName,
        string? alternativeName = SandboxName,
        string usage = ServerAuthentication,
        X509KeyUsageFlags keyUsage = X509KeyUsageFlags.DigitalSignature,
        X509Certificate2? issuer = null,
        int keySize = 2048,
        HashAlgorithmName? hash = null,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        bool isAuthority = false,
        string? subject = null,
        byte[]? alternativeNames = null)
    {
        using var key = keySize == 2048 ? null : RSA.Create(keySize);
        subject ??= commonName is null ? "O=Test" : $"CN={commonName}, O=Test";
        var request = new CertificateRequest(subject, key ?? Key, hash ?? HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(keyUsage, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
        if (alternativeNames is not null)
        {
            request.CertificateExtensions.Add(new X509Extension("2.5.29.17", alternativeNames, critical: false));
        }
        else if (alternativeName is not null)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(alternativeName);
            request.CertificateExtensions.Add(names.Build());
        }

        using var leaf = request.Create(
            (issuer ?? Root).SubjectName,
            hash == HashAlgorithmName.SHA1 ? new Sha1Generator(Key) : X509SignatureGenerator.CreateForRSA(Key, RSASignaturePadding.Pkcs1),
            from ?? From,
            to ?? To,
            RandomNumberGenerator.GetBytes(16));
        return leaf.ExportCertificatePem();
    }

    public X509Certificate2 Intermediate(
        bool isAuthority = true, DateTimeOffset? from = null, DateTimeOffset? to = null, string? usage = null)
    {
        var request = Request("CN=Test intermediate", Key, isAuthority);
        if (usage is not null)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
        }

        return request.Create(
            Root.SubjectName,
            X509SignatureGenerator.CreateForRSA(Key, RSASignaturePadding.Pkcs1),
            from ?? From,
            to ?? To,
            RandomNumberGenerator.GetBytes(16));
    }

    public void Dispose()
    {
        Root.Dispose();
        Key.Dispose();
    }

    private static CertificateRequest Request(string name, RSA key, bool isAuthority = true)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(isAuthority ? X509KeyUsageFlags.KeyCertSign : X509KeyUsageFlags.DigitalSignature, true));
        return request;
    }

    // The framework's own generator refuses to make these.
    private sealed class Sha1Generator(RSA key) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
            [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x05, 0x05, 0x00];

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) =>
            key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

        protected override PublicKey BuildPublicKey() => new(key);
    }
}
