using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>Reads certificates in PEM form (RFC 7468).</summary>
internal static class PemCertificates
{
    // Enough for a leaf and the longest chain that a server would send.
    private const int MaxCertificates = 8;
    private const string Begin = "-----BEGIN CERTIFICATE-----";
    private const string End = "-----END CERTIFICATE-----";

    // Options are validated repeatedly; the same string need not be parsed again.
    private static readonly ConditionalWeakTable<string, object> Readable = new();

    /// <summary>True when the text holds at least one certificate and all of them are readable.</summary>
    public static bool IsReadable(string? pem)
    {
        if (pem is null)
        {
            return false;
        }

        if (Readable.TryGetValue(pem, out _))
        {
            return true;
        }

        var certificates = Read(pem);
        foreach (var certificate in certificates)
        {
            certificate.Dispose();
        }

        if (certificates.Count == 0)
        {
            return false;
        }

        Readable.GetValue(pem, static _ => new object());
        return true;
    }

    /// <summary>Returns all certificates in text order; none when any of them is broken or there are too many.</summary>
    public static List<X509Certificate2> Read(string pem)
    {
        var certificates = new List<X509Certificate2>();
        var at = 0;
        while ((at = pem.IndexOf(Begin, at, StringComparison.Ordinal)) >= 0)
        {
            at += Begin.Length;
            var end = pem.IndexOf(End, at, StringComparison.Ordinal);
            if (end < 0 || certificates.Count == MaxCertificates || Load(pem[at..end]) is not { } certificate)
            {
                foreach (var read in certificates)
                {
                    read.Dispose();
                }

                return [];
            }

            certificates.Add(certificate);
            at = end + End.Length;
        }

        return certificates;
    }

    private static X509Certificate2? Load(string base64)
    {
        try
        {
            var der = Convert.FromBase64String(base64);
#if NETSTANDARD2_0
            // For an empty array, this constructor creates an empty certificate.
            return der.Length == 0 ? null : new X509Certificate2(der);
#else
            return X509CertificateLoader.LoadCertificate(der);
#endif
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
