namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>
/// Decides which certificate URLs are allowed. The whole text must be in its canonical form, character by character, so that no URL parser
/// can read another host or path from it. PayPal publishes no list; these are the URLs seen in use, and their counterparts on the newer
/// API host.
/// </summary>
internal static class CertificateUrl
{
    // The schema of PayPal's postback allows 500; real URLs have about 80.
    private const int MaxLength = 200;
    private const string Scheme = "https://";
    private const string Path = "/v1/notifications/certs/";

    // The simulator names the live certificate, so the sandbox accepts the live hosts as well.
    private static readonly string[] SandboxHosts = ["api.paypal.com", "api-m.paypal.com", "api.sandbox.paypal.com", "api-m.sandbox.paypal.com"];
    private static readonly string[] LiveHosts = ["api.paypal.com", "api-m.paypal.com"];

    public static bool IsAllowed(string url, PayPalEnvironment environment)
    {
        if (url.Length > MaxLength || !url.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = url.AsSpan(Scheme.Length);
        foreach (var host in environment == PayPalEnvironment.Live ? LiveHosts : SandboxHosts)
        {
            if (rest.StartsWith(host.AsSpan(), StringComparison.Ordinal))
            {
                var path = rest[host.Length..];
                if (path.StartsWith(Path.AsSpan(), StringComparison.Ordinal) && IsName(path[Path.Length..]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Returns the last part of an allowed URL, such as <c>CERT-360caa42-fca2a594-1a5f47cb</c>.</summary>
    public static string NameOf(string url) => url[(url.LastIndexOf('/') + 1)..];

    /// <summary>True for one or more ASCII letters, digits, hyphens and underscores: the form of PayPal's ids and file names.</summary>
    public static bool IsName(ReadOnlySpan<char> segment)
    {
        foreach (var c in segment)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-'))
            {
                return false;
            }
        }

        return !segment.IsEmpty;
    }
}
