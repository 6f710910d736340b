using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>Verdicts as words for people and programs.</summary>
internal static class VerdictText
{
    /// <summary>The name in JSON, which is the member's.</summary>
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

    /// <summary>What to look at.</summary>
    public static string AdviceOn(WebhookVerdict verdict) => verdict switch
    {
        WebhookVerdict.MissingSignature =>
            "No signature that counts was given. Pass the provider's signature headers with --header \"Name: value\".",
        WebhookVerdict.MalformedSignature =>
            "A signature header is not of the documented form, or is there twice. Copy it whole, exactly as it was received.",
        WebhookVerdict.SignatureMismatch =>
            "The body differs from what was signed (it must be the exact bytes received, not JSON printed anew), or the secret is "
            + "another endpoint's, another account's or another mode's (test, live).",
        WebhookVerdict.TimestampOutOfTolerance =>
            "The signature is right, but its time is too far from now. For a request kept from earlier pass --now with the time of "
            + "its arrival; for one that just came, look at this machine's clock.",
        WebhookVerdict.UntrustedCertificate =>
            "The certificate is not the provider's, was not valid at the time of signing, or is named by a URL that is not the "
            + "provider's. Check the environment (live, sandbox), and --now for a request kept from earlier.",
        WebhookVerdict.MalformedBody =>
            "The body is not what the provider sends, as a rule one JSON object. Was it cut off, or decoded on the way?",
        _ => "Nothing was verified.",
    };
}
