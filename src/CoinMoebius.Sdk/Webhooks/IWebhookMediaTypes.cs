namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Says which bodies a verifier understands, for providers that do not send JSON alone. A verifier without this interface is given
/// <c>application/json</c> and <c>…+json</c> only; everything else is answered 415 before it is read.
/// </summary>
public interface IWebhookMediaTypes
{
    /// <summary>True when a body of this type is worth reading.</summary>
    /// <param name="mediaType">Lower case and without parameters, for example <c>application/x-www-form-urlencoded</c>.</param>
    bool Accepts(string mediaType);
}
