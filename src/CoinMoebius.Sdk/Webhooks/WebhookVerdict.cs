namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The result of a verification. Only <see cref="Verified"/> passes, and it is not the default value.</summary>
public enum WebhookVerdict
{
    /// <summary>Nothing was verified. The value of <c>default</c>.</summary>
    NotVerified = 0,

    /// <summary>Authentic.</summary>
    Verified = 1,

    /// <summary>No accepted signature was sent: the header is absent or empty, or only has schemes that are not accepted.</summary>
    MissingSignature = 2,

    /// <summary>A signature header does not have the documented form, occurs twice, or names an algorithm that is not accepted.</summary>
    MalformedSignature = 3,

    /// <summary>The signature is well-formed, but not produced by any of the configured secrets over this body.</summary>
    SignatureMismatch = 4,

    /// <summary>The signature is valid, but the signed time is too far in the past or future.</summary>
    TimestampOutOfTolerance = 5,

    /// <summary>The certificate is not the provider's, not valid at the time of signing, or named by a URL that is not allowed.</summary>
    UntrustedCertificate = 6,

    /// <summary>The body is not the JSON (or form) that the provider sends.</summary>
    MalformedBody = 7,
}
