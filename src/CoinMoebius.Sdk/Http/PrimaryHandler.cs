namespace CoinMoebius.Sdk.Http;

/// <summary>The handler that opens connections. It follows no redirects, so that the key goes only to its API.</summary>
internal static class PrimaryHandler
{
#if NETSTANDARD2_0
    public static HttpMessageHandler Create() => new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
#else
    // The handler renews connections, so that clients that live as long as the process see DNS changes.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpMessageHandler Create() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = ConnectionLifetime,
    };
#endif

    /// <summary>Turns off redirects in a handler that replaced this one. Returns false for an unknown kind of handler.</summary>
    /// <exception cref="InvalidOperationException">The handler follows redirects and is already in use.</exception>
    public static bool TryForbidRedirects(HttpMessageHandler? handler, string httpClientName)
    {
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler;
        }

        try
        {
            switch (handler)
            {
                case HttpClientHandler { AllowAutoRedirect: true } client:
                    client.AllowAutoRedirect = false;
                    return true;
#if !NETSTANDARD2_0
                case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                    sockets.AllowAutoRedirect = false;
                    return true;
                case SocketsHttpHandler:
                    return true;
#endif
                default:
                    return handler is HttpClientHandler;
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException(
                $"The primary handler of the HttpClient \"{httpClientName}\" follows redirects, which would forward credentials, and is already in use. Set AllowAutoRedirect = false where you create it.",
                exception);
        }
    }
}
