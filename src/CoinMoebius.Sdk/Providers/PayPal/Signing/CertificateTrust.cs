using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>
/// The trusted roots, and the check that a certificate leads to one of them. It works offline, without downloads, revocation lists and the
/// machine's own store.
/// </summary>
internal sealed class CertificateTrust
{
    private const int MinimumKeySize = 2048;

    private static readonly Lazy<CertificateTrust> LazyShipped = new(static () => new([]));

    private readonly X509Certificate2Collection _roots = [];
    private readonly X509Certificate2Collection _intermediates = [];

    /// <summary>
    /// Trusts the self-signed certificates of the given PEM texts, or the shipped roots if there are none. The others help to build chains.
    /// </summary>
    public CertificateTrust(IEnumerable<string> pems)
    {
        Add(pems);
        Add([ShippedCertificates.DigiCertSha2ExtendedValidationServerCa, ShippedCertificates.DigiCertEvRsaCaG2]);
        if (_roots.Count == 0)
        {
            Add([ShippedCertificates.DigiCertHighAssuranceEvRoot, ShippedCertificates.DigiCertGlobalRootG2]);
        }
    }

    /// <summary>The roots shipped with this library.</summary>
    public static CertificateTrust Shipped => LazyShipped.Value;

    /// <summary>
    /// Checks the first certificate of a PEM text; further ones may link it to a root. The result contains the dates, which are checked for
    /// each delivery.
    /// </summary>
    /// <returns>The certificate, or null when it is not one of PayPal's.</returns>
    public SigningCertificate? Check(string pem)
    {
        var certificates = PemCertificates.Read(pem);
        SigningCertificate? result = null;
        try
        {
            return result = certificates.Count == 0 ? null : Check(certificates);
        }
        catch (CryptographicException)
        {
            return null;
        }
        finally
        {
            foreach (var certificate in result is null ? certificates : certificates.Skip(1))
            {
                certificate.Dispose();
            }
        }
    }

    private SigningCertificate? Check(List<X509Certificate2> certificates)
    {
        var leaf = certificates[0];
        if (CertificateNames.EnvironmentOf(leaf) is not { } environment || !IsFitToSign(leaf))
        {
            return null;
        }

        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.VerificationTime = leaf.NotBefore;
        policy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1")); // server authentication, for which CAs check the domain's owner
        policy.ExtraStore.AddRange(_intermediates);
        for (var i = 1; i < certificates.Count; i++)
        {
            policy.ExtraStore.Add(certificates[i]);
        }

        // The statuses are checked one by one below: dates depend on the delivery, and old frameworks only know the machine's roots.
        var forgiven = X509ChainStatusFlags.NotTimeValid;
#if NETSTANDARD2_0
        policy.ExtraStore.AddRange(_roots);
        forgiven |= X509ChainStatusFlags.UntrustedRoot;
#else
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(_roots);
        policy.DisableCertificateDownloads = true;
#endif
        chain.Build(leaf);
        return IsSound(chain, forgiven) ? new SigningCertificate(leaf, environment, ValidFrom(chain), ValidTo(chain)) : null;
    }

    private void Add(IEnumerable<string> pems)
    {
        foreach (var certificate in pems.SelectMany(PemCertificates.Read))
        {
            var isRoot = certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
            (isRoot ? _roots : _intermediates).Add(certificate);
        }
    }

    private static bool IsFitToSign(X509Certificate2 leaf)
    {
        using var key = leaf.GetRSAPublicKey();
        if (key is null || key.KeySize < MinimumKeySize)
        {
            return false;
        }

        foreach (var extension in leaf.Extensions)
        {
            if (extension is X509BasicConstraintsExtension { CertificateAuthority: true }
                || (extension is X509KeyUsageExtension usage && !usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature)))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsSound(X509Chain chain, X509ChainStatusFlags forgiven)
    {
        var count = chain.ChainElements.Count;
        if (count < 2 || !IsRoot(chain.ChainElements[count - 1].Certificate))
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            var element = chain.ChainElements[i];
            if (element.ChainElementStatus.Any(status => (status.Status & ~forgiven) != 0)

                // A root's self-signature proves nothing, so its digest does not matter.
                || (i < count - 1 && !IsStrong(element.Certificate.SignatureAlgorithm.Value)))
            {
                return false;
            }
        }

        return chain.ChainStatus.All(status => (status.Status & ~forgiven) == 0);
    }

    private bool IsRoot(X509Certificate2 certificate)
    {
        foreach (var root in _roots)
        {
            if (root.RawData.AsSpan().SequenceEqual(certificate.RawData))
            {
                return true;
            }
        }

        return false;
    }

    // RSA (PKCS#1 and PSS) and ECDSA with SHA-2.
    private static bool IsStrong(string? algorithm) => algorithm is
        "1.2.840.113549.1.1.10" or "1.2.840.113549.1.1.11" or "1.2.840.113549.1.1.12" or "1.2.840.113549.1.1.13"
        or "1.2.840.10045.4.3.2" or "1.2.840.10045.4.3.3" or "1.2.840.10045.4.3.4";

    private static DateTimeOffset ValidFrom(X509Chain chain)
    {
        var start = DateTimeOffset.MinValue;
        foreach (var element in chain.ChainElements)
        {
            var notBefore = new DateTimeOffset(element.Certificate.NotBefore.ToUniversalTime());
            start = notBefore > start ? notBefore : start;
        }

        return start;
    }

    private static DateTimeOffset ValidTo(X509Chain chain)
    {
        var end = DateTimeOffset.MaxValue;
        foreach (var element in chain.ChainElements)
        {
            var notAfter = new DateTimeOffset(element.Certificate.NotAfter.ToUniversalTime());
            end = notAfter < end ? notAfter : end;
        }

        return end;
    }
}
