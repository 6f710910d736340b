namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// The maximum size of a body for a verifier, so that an endpoint can reject a larger one before it reads it. Every verifier of this
/// library implements it; one without it gets bodies up to the endpoint's own limit.
/// </summary>
public interface IWebhookBodyLimit
{
    /// <summary>The maximum size in bytes; a larger body gives <see cref="WebhookVerdict.MalformedBody"/>.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options, which hold the limit, are unusable.</exception>
    int MaxBodySize { get; }
}
