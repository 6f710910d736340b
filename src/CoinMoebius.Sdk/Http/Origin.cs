namespace CoinMoebius.Sdk.Http;

/// <summary>Scheme, host and port: whom one speaks to.</summary>
internal static class Origin
{
    public static bool IsSame(Uri? url, Uri origin) =>
        url is { IsAbsoluteUri: true }
        && url.Scheme == origin.Scheme
        && url.Port == origin.Port
        && string.Equals(url.IdnHost, origin.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>As it stands in messages: neither path nor query, which may hold secrets.</summary>
    public static string NameOf(Uri? url) => url is { IsAbsoluteUri: true } ? url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "nowhere";
}
