namespace CoinMoebius.Sdk.Testing;

/// <summary>Keeps the simulator's deliveries on this machine.</summary>
internal static class LoopbackUrl
{
    public static Uri Require(Uri url, string parameterName)
    {
        if (!IsHere(url))
        {
            throw new ArgumentException(
                "The simulator delivers webhooks to this machine only: use an http or https URL on localhost, 127.0.0.1 or [::1].",
                parameterName);
        }

        return url;
    }

    /// <summary>True for an http or https URL of this machine.</summary>
    public static bool IsHere(Uri url) => url.IsAbsoluteUri && url.IsLoopback && IsHttp(url);

    /// <summary>True for a page to which a buyer's browser may be redirected: https anywhere, http on this machine.</summary>
    public static bool IsSafePage(Uri url) =>
        url.IsAbsoluteUri && url.UserInfo.Length == 0 && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static bool IsHttp(Uri url) => url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps;
}
