namespace CoinMoebius.Sdk.Tests.Support;

internal static class HttpMessageHandlerExtensions
{
    /// <summary>Whether the handler below all others goes where an answer sends it.</summary>
    public static bool FollowsRedirects(this HttpMessageHandler handler) => handler switch
    {
        DelegatingHandler outer => outer.InnerHandler!.FollowsRedirects(),
        SocketsHttpHandler sockets => sockets.AllowAutoRedirect,
        HttpClientHandler client => client.AllowAutoRedirect,
        _ => throw new ArgumentException($"{handler.GetType()} is not known to this test.", nameof(handler)),
    };
}
