using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>Formats verdicts for people and programs.</summary>
internal static class VerdictText
{
    /// <summary>The name in JSON, which is that of the enum member.</summary>
    public static string NameOf(WebhookVerdict verdict) => verdict switch
    {
        WebhookVerdict.MissingSignature => nameof(WebhookVerdict.MissingSignature),
        WebhookVerdict.MalformedSignature => nameof(WebhookVerdict.MalformedSignature),
        WebhookVerdict.SignatureMismatch => nameof(WebhookVerdict.SignatureMismatch),
        WebhookVerdict.TimestampOutOfTolerance => nameof(WebhookVerdict.TimestampOutOfTolerance),
        WebhookVerdict.UntrustedCertificate => nameof(WebhookVerdict.UntrustedCertificate),
        WebhookVerdict.MalformedBody => nameof(WebhookVerdict.MalformedBody),
        WebhookVerdict.Verified => nameof(WebhookVerdict.Verified),
        _ => nameof(WebhookVerdict.NotVerified),
    };

    /// <summary>What to check.</summary>
    public static string AdviceOn(WebhookVerdict verdict) => verdict switch
    {
        WebhookVerdict.MissingSignature =>
            "No usable signature was given. Pass the provider's signature headers with --header \"Name: value\".",
        WebhookVerdict.MalformedSignature =>
            "A signature header does not have the documented form, or occurs twice. Copy it completely and exactly as it was received.",
        WebhookVerdict.SignatureMismatch =>
            "The body differs from the signed one (it must be the exact bytes received, not reformatted JSON), or the secret belongs to "
            + "another endpoint, account or mode (test, live).",
        WebhookVerdict.TimestampOutOfTolerance =>
            "The signature is correct, but its time is too far from now. For a recorded request, pass its arrival time with --now; for a "
            + "new request, check this machine's clock.",
        WebhookVerdict.UntrustedCertificate =>
            "The certificate does not belong to the provider, was not valid at the time of signing, or its URL is not one of the "
            + "provider's. Check the environment (live, sandbox), and --now for a recorded request.",
        WebhookVerdict.MalformedBody =>
            "The body does not have the provider's format, usually one JSON object. It may have been truncated or decoded in transit.",
        _ => "Nothing was verified.",
    };
}
