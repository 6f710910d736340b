namespace CoinMoebius.Sdk.Http;

/// <summary>The handler that opens connections. It follows no redirects, so that the key stays where it is meant to go.</summary>
internal static class PrimaryHandler
{
#if NETSTANDARD2_0
    public static HttpMessageHandler Create() => new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
#else
    // Connections are renewed, so that a change of DNS is seen by clients that live as long as the process.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpMessageHandler Create() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = ConnectionLifetime,
    };
#endif

    /// <summary>Makes another handler, which took this one's place, follow no redirects either. False when it is of an unknown kind.</summary>
    /// <exception cref="InvalidOperationException">It follows them and is in use already.</exception>
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
                $"The primary handler of the HttpClient \"{httpClientName}\" follows redirects, which would take credentials along, and is in use already. Set AllowAutoRedirect = false where it is made.",
                exception);
        }
    }
}
