namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Says how large a body a verifier looks at, so that an endpoint can refuse a larger one before it is read. Every verifier of this
/// library has it; one without it is given bodies up to the endpoint's own limit.
/// </summary>
public interface IWebhookBodyLimit
{
    /// <summary>The largest body, in bytes; a larger one is <see cref="WebhookVerdict.MalformedBody"/>.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options, which hold the limit, are unusable.</exception>
    int MaxBodySize { get; }
}
