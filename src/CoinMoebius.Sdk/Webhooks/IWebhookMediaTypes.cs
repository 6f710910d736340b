namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// The content types that a verifier accepts, for providers that do not only send JSON. A verifier without this interface only gets
/// <c>application/json</c> and <c>…+json</c>; the endpoint rejects everything else with 415 before it reads the body.
/// </summary>
public interface IWebhookMediaTypes
{
    /// <summary>True when the verifier accepts a body of this type.</summary>
    /// <param name="mediaType">The type in lower case without parameters, for example <c>application/x-www-form-urlencoded</c>.</param>
    bool Accepts(string mediaType);
}
