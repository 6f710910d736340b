namespace CoinMoebius.Sdk.Http;

/// <summary>A handler in the caller's client tried to send a message again that may be sent only once.</summary>
internal sealed class SentAgainException() : Exception(
    "A handler of the HttpClient sent the call again, which could act twice, and the SDK stopped it. The response to the first send is unknown. "
    + "Remove handlers that retry or follow redirects from this HttpClient.");
