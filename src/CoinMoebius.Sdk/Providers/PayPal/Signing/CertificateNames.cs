using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>Finds PayPal's two names for message signing in the encoded names of a certificate.</summary>
internal static class CertificateNames
{
    private const string Live = "messageverificationcerts.paypal.com";
    private const string Sandbox = "messageverificationcerts.sandbox.paypal.com";
    private const string CommonName = "2.5.4.3";
    private const string SubjectAlternativeName = "2.5.29.17";

    private static readonly Asn1Tag DnsName = new(TagClass.ContextSpecific, 2);

    /// <summary>Returns the environment of the certificate's common name and alternative name, which must agree; otherwise null.</summary>
    public static PayPalEnvironment? EnvironmentOf(X509Certificate2 certificate)
    {
        try
        {
            var commonName = OnlyCommonName(certificate.SubjectName.RawData);
            return commonName is Live or Sandbox && HasAlternativeName(certificate, commonName)
                ? commonName == Live ? PayPalEnvironment.Live : PayPalEnvironment.Sandbox
                : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    /// <summary>Returns the common name; null when the subject has none or more than one.</summary>
    private static string? OnlyCommonName(byte[] subject)
    {
        string? found = null;
        var relativeNames = new AsnReader(subject, AsnEncodingRules.DER).ReadSequence();
        while (relativeNames.HasData)
        {
            var attributes = relativeNames.ReadSetOf();
            while (attributes.HasData)
            {
                var attribute = attributes.ReadSequence();
                if (attribute.ReadObjectIdentifier() == CommonName)
                {
                    if (found is not null)
                    {
                        return null;
                    }

                    found = ReadText(attribute);
                }
            }
        }

        return found;
    }

    /// <summary>Returns the text; empty for string types that certificate authorities do not use.</summary>
    private static string ReadText(AsnReader attribute)
    {
        var tag = attribute.PeekTag();
        return tag == new Asn1Tag(UniversalTagNumber.UTF8String) ? attribute.ReadCharacterString(UniversalTagNumber.UTF8String)
            : tag == new Asn1Tag(UniversalTagNumber.PrintableString) ? attribute.ReadCharacterString(UniversalTagNumber.PrintableString)
            : "";
    }

    private static bool HasAlternativeName(X509Certificate2 certificate, string name)
    {
        if (certificate.Extensions[SubjectAlternativeName] is not { } extension)
        {
            return false;
        }

        var names = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
        var found = false;
        while (names.HasData)
        {
            if (names.PeekTag().HasSameClassAndValue(DnsName))
            {
                found |= names.ReadCharacterString(UniversalTagNumber.IA5String, DnsName) == name;
            }
            else
            {
                names.ReadEncodedValue();
            }
        }

        return found;
    }
}
