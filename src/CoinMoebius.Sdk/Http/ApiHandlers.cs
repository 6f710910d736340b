namespace CoinMoebius.Sdk.Http;

/// <summary>The handlers of every client, in order, over the one that sends.</summary>
internal static class ApiHandlers
{
    public static DelegatingHandler Create(HttpMessageHandler inner, TimeProvider? timeProvider, Func<double>? random = null) =>
        new AuthenticationHandler { InnerHandler = new ResilienceHandler(timeProvider ?? TimeProvider.System, random) { InnerHandler = inner } };
}
