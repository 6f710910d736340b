using System.Security.Cryptography.X509Certificates;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>The two names under which PayPal signs messages, compared byte by byte with the encoded names of a certificate.</summary>
internal static class CertificateNames
{
    private const byte Sequence = 0x30;
    private const byte Set = 0x31;
    private const byte ObjectIdentifier = 0x06;
    private const byte Utf8String = 0x0C;
    private const byte PrintableString = 0x13;
    private const byte DnsName = 0x82;
    private const string SubjectAlternativeName = "2.5.29.17";

    private static ReadOnlySpan<byte> Live => "messageverificationcerts.paypal.com"u8;

    private static ReadOnlySpan<byte> Sandbox => "messageverificationcerts.sandbox.paypal.com"u8;

    // 2.5.4.3
    private static ReadOnlySpan<byte> CommonNameOid => [0x55, 0x04, 0x03];

    /// <summary>The environment that the certificate's common name and alternative name both stand for, or null.</summary>
    public static PayPalEnvironment? EnvironmentOf(X509Certificate2 certificate) =>
        IsFor(certificate, Live) ? PayPalEnvironment.Live
        : IsFor(certificate, Sandbox) ? PayPalEnvironment.Sandbox
        : null;

    private static bool IsFor(X509Certificate2 certificate, ReadOnlySpan<byte> name) =>
        HasOnlyCommonName(certificate.SubjectName.RawData, name) && HasAlternativeName(certificate, name);

    private static bool HasOnlyCommonName(ReadOnlySpan<byte> subject, ReadOnlySpan<byte> name)
    {
        if (!TryOpen(subject, Sequence, out var relativeNames))
        {
            return false;
        }

        var count = 0;
        var matches = false;
        while (relativeNames.TryRead(out var tag, out var set) && tag == Set)
        {
            var attributes = new DerReader(set);
            while (attributes.TryRead(out tag, out var attribute) && tag == Sequence)
            {
                var parts = new DerReader(attribute);
                if (parts.TryRead(out tag, out var oid) && tag == ObjectIdentifier && oid.SequenceEqual(CommonNameOid))
                {
                    count++;
                    matches = parts.TryRead(out tag, out var text) && tag is Utf8String or PrintableString && text.SequenceEqual(name);
                }
            }
        }

        return count == 1 && matches;
    }

    private static bool HasAlternativeName(X509Certificate2 certificate, ReadOnlySpan<byte> name)
    {
        if (certificate.Extensions[SubjectAlternativeName] is not { } extension || !TryOpen(extension.RawData, Sequence, out var names))
        {
            return false;
        }

        while (names.TryRead(out var tag, out var text))
        {
            if (tag == DnsName && text.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryOpen(ReadOnlySpan<byte> encoded, byte expected, out DerReader content)
    {
        var found = new DerReader(encoded).TryRead(out var tag, out var value) && tag == expected;
        content = new DerReader(value);
        return found;
    }
}
