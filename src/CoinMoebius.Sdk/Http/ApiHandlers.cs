namespace CoinMoebius.Sdk.Http;

/// <summary>The handlers of every client, in order, over the one that sends.</summary>
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

    /// <summary>Sends through the handlers and then a client of the caller's, which is asked for at each attempt.</summary>
    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Over(Func<HttpClient> httpClient, TimeProvider? timeProvider) =>
        new HttpMessageInvoker(Create(new ForwardingHandler(httpClient), timeProvider)).SendAsync;
}
