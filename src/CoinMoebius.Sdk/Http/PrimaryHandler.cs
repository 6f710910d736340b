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
}
