using System.Globalization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>The headers of a delivery, with a valid form but not yet verified.</summary>
/// <param name="Id">The transmission id.</param>
/// <param name="TimeText">The transmission time as received, which the signature covers.</param>
/// <param name="Time">The transmission time.</param>
/// <param name="Signature">The signature in base64.</param>
/// <param name="CertificateUrl">The address of the certificate.</param>
internal readonly record struct Transmission(string Id, string TimeText, DateTimeOffset Time, string Signature, string CertificateUrl)
{
    public const string IdHeader = "PAYPAL-TRANSMISSION-ID";
    public const string TimeHeader = "PAYPAL-TRANSMISSION-TIME";
    public const string SignatureHeader = "PAYPAL-TRANSMISSION-SIG";
    public const string CertificateUrlHeader = "PAYPAL-CERT-URL";
    public const string AlgorithmHeader = "PAYPAL-AUTH-ALGO";

    /// <summary>The only algorithm PayPal uses. The verifier rejects any other, which would be the sender's choice.</summary>
    public const string Algorithm = "SHA256withRSA";

    /// <summary>The schema of PayPal's postback sets this limit; a real id is a UUID.</summary>
    public const int MaxIdLength = 50;

    public const int MaxTimeLength = 40;

    /// <summary>The schema of PayPal's postback sets this limit; 2048 bits take 344.</summary>
    public const int MaxSignatureLength = 500;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <summary>Reads the headers. Returns <see cref="WebhookVerdict.Verified"/> when their form is valid.</summary>
    public static WebhookVerdict Read(WebhookRequest request, PayPalEnvironment environment, out Transmission transmission)
    {
        transmission = default;
        var found = Read(request, out var id, out var timeText, out var signature, out var url, out var algorithm);
        if (found != WebhookVerdict.Verified)
        {
            return found;
        }

        if (algorithm != Algorithm || !IsId(id) || !TryParseTime(timeText, out var time) || !IsBase64(signature))
        {
            return WebhookVerdict.MalformedSignature;
        }

        if (!Signing.CertificateUrl.IsAllowed(url, environment))
        {
            return WebhookVerdict.UntrustedCertificate;
        }

        transmission = new Transmission(id, timeText, time, signature, url);
        return WebhookVerdict.Verified;
    }

    private static WebhookVerdict Read(
        WebhookRequest request, out string id, out string time, out string signature, out string url, out string algorithm)
    {
        var worst = request.GetSingleHeader(IdHeader, out id);
        worst = Worse(worst, request.GetSingleHeader(TimeHeader, out time));
        worst = Worse(worst, request.GetSingleHeader(SignatureHeader, out signature));
        worst = Worse(worst, request.GetSingleHeader(CertificateUrlHeader, out url));
        return Worse(worst, request.GetSingleHeader(AlgorithmHeader, out algorithm));
    }

    // A missing header takes precedence over a repeated one.
    private static WebhookVerdict Worse(WebhookVerdict first, WebhookVerdict second) =>
        first == WebhookVerdict.Verified || second == WebhookVerdict.MissingSignature ? second : first;

    private static bool IsId(string id) => id.Length <= MaxIdLength && Signing.CertificateUrl.IsName(id.AsSpan());

    private static bool TryParseTime(string text, out DateTimeOffset time)
    {
        time = default;
        return text.Length <= MaxTimeLength && DateTimeOffset.TryParseExact(
            text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
    }

    // The framework's decoder skips blanks; a header that has any was not sent by PayPal.
    private static bool IsBase64(string text)
    {
        var digits = text.AsSpan().TrimEnd('=');
        if (text.Length > MaxSignatureLength || digits.IsEmpty || text.Length % 4 != 0 || text.Length - digits.Length > 2)
        {
            return false;
        }

        foreach (var c in digits)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '/'))
            {
                return false;
            }
        }

        // The unused bits before the padding must be zero, or one signature could be written in several ways.
        return (text.Length - digits.Length) switch
        {
            0 => true,
            1 => "AEIMQUYcgkosw048".AsSpan().IndexOf(digits[^1]) >= 0,
            _ => "AQgw".AsSpan().IndexOf(digits[^1]) >= 0,
        };
    }
}
