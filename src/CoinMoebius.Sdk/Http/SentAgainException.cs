namespace CoinMoebius.Sdk.Http;

/// <summary>A handler inside the caller's client tried to send again what may be sent once.</summary>
internal sealed class SentAgainException() : Exception(
    "A handler of the HttpClient sent the call again, which could act twice, and was stopped. The answer to the first send is unknown to the SDK. Take handlers that retry or follow redirects out of this HttpClient.");
