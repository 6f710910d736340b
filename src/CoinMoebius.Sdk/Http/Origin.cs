namespace CoinMoebius.Sdk.Http;

/// <summary>Compares and prints origins: scheme, host and port.</summary>
internal static class Origin
{
    public static bool IsSame(Uri? url, Uri origin) =>
        url is { IsAbsoluteUri: true }
        && url.Scheme == origin.Scheme
        && url.Port == origin.Port
        && string.Equals(url.IdnHost, origin.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the origin for messages, without path and query, which may hold secrets.</summary>
    public static string NameOf(Uri? url) => url is { IsAbsoluteUri: true } ? url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "nowhere";
}
