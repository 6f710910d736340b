namespace CoinMoebius.Sdk.Http;

/// <summary>Creates the handlers of every client, in order, above the one that sends.</summary>
internal static class ApiHandlers
{
    public static DelegatingHandler Create(HttpMessageHandler inner, TimeProvider? timeProvider, Func<double>? random = null) =>
        new AuthenticationHandler
        {
            InnerHandler = new ResilienceHandler(timeProvider ?? TimeProvider.System, random)
            {
                InnerHandler = new WireHandler { InnerHandler = inner },
            },
        };

    /// <summary>Returns a function that sends through the handlers and then the caller's client, which it requests at each attempt.</summary>
    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Over(Func<HttpClient> httpClient, TimeProvider? timeProvider) =>
        new HttpMessageInvoker(Create(new ForwardingHandler(httpClient), timeProvider)).SendAsync;
}
