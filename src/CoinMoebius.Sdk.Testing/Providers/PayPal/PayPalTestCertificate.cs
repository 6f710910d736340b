using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CoinMoebius.Sdk.Providers.PayPal;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// A throw-away root and a certificate under it with PayPal's name, to sign test deliveries. No verifier accepts it unless it is configured to
/// trust its root, so keep <see cref="RootPem"/> out of production configuration.
/// </summary>
public sealed class PayPalTestCertificate : IDisposable
{
    private static readonly Lazy<PayPalTestCertificate> LazyShared = new(static () => new());

    private readonly RSA _key;

    /// <summary>Creates a root and a certificate, valid from 2020 to 2099.</summary>
    /// <param name="environment">The environment whose name the certificate has.</param>
    public PayPalTestCertificate(PayPalEnvironment environment = PayPalEnvironment.Sandbox)
    {
        var from = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var to = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var name = environment == PayPalEnvironment.Live ? "messageverificationcerts.paypal.com" : "messageverificationcerts.sandbox.paypal.com";
        var host = environment == PayPalEnvironment.Live ? "api.paypal.com" : "api.sandbox.paypal.com";
        Url = new Uri($"https://{host}/v1/notifications/certs/CERT-test-{Guid.NewGuid():N}");

        using var rootKey = RSA.Create(2048);
        var rootRequest = new CertificateRequest("CN=Coin Moebius test root", rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        rootRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        using var root = rootRequest.CreateSelfSigned(from, to);

        _key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}, O=Coin Moebius test", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        var alternative = new SubjectAlternativeNameBuilder();
        alternative.AddDnsName(name);
        request.CertificateExtensions.Add(alternative.Build());
        using var leaf = request.Create(root, from, to, RandomNumberGenerator.GetBytes(16));

        RootPem = root.ExportCertificatePem();
        Pem = leaf.ExportCertificatePem();
    }

    /// <summary>The sandbox certificate that all signers of this process share unless given their own.</summary>
    public static PayPalTestCertificate Shared => LazyShared.Value;

    /// <summary>The URL that deliveries name for the certificate.</summary>
    public Uri Url { get; }

    /// <summary>The certificate, for <see cref="PayPalWebhookOptions.Certificates"/>.</summary>
    public string Pem { get; }

    /// <summary>The root, for <see cref="PayPalWebhookOptions.TrustedRoots"/>.</summary>
    public string RootPem { get; }

    /// <summary>Configures options so that their verifier accepts deliveries signed with this certificate.</summary>
    /// <param name="options">The options of a test.</param>
    public void Trust(PayPalWebhookOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.TrustedRoots.Add(RootPem);
        options.Certificates[Url.AbsoluteUri] = Pem;
    }

    /// <summary>Disposes of the key.</summary>
    public void Dispose() => _key.Dispose();

    internal byte[] Sign(byte[] text)
    {
        // RSA objects are not guaranteed to be thread-safe.
        lock (_key)
        {
            return _key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }
}
