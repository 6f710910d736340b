namespace CoinMoebius.Sdk.Webhooks;

/// <summary>What a verifier found. Only <see cref="Verified"/> is a pass, and it is not the default value.</summary>
public enum WebhookVerdict
{
    /// <summary>Nothing was verified. The value of <c>default</c>.</summary>
    NotVerified = 0,

    /// <summary>Authentic.</summary>
    Verified = 1,

    /// <summary>No signature that counts was sent: the header is absent or empty, or names only schemes that are not accepted.</summary>
    MissingSignature = 2,

    /// <summary>A signature header is there but not of the documented form, is sent twice, or names an algorithm that is not accepted.</summary>
    MalformedSignature = 3,

    /// <summary>Well formed, but not made with any of the configured secrets over this body.</summary>
    SignatureMismatch = 4,

    /// <summary>Rightly signed, but too long ago or too far ahead.</summary>
    TimestampOutOfTolerance = 5,

    /// <summary>The certificate is not the provider's, not valid at the time of signing, or named by a URL that is not allowed.</summary>
    UntrustedCertificate = 6,

    /// <summary>The body is not the JSON (or form) that the provider sends.</summary>
    MalformedBody = 7,
}
