using System.Net.Http.Headers;

namespace CoinMoebius.Sdk.Http;

/// <summary>Adds the key to requests for the configured origin, and to no others.</summary>
internal sealed class AuthenticationHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (CallState.Of(request)?.Options is { ApiKey: { Length: > 0 } key } options && IsSameOrigin(request.RequestUri, options.BaseAddress))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return base.SendAsync(request, cancellationToken);
    }

    private static bool IsSameOrigin(Uri? url, Uri origin) =>
        url is { IsAbsoluteUri: true }
        && url.Scheme == origin.Scheme
        && url.Port == origin.Port
        && string.Equals(url.IdnHost, origin.IdnHost, StringComparison.OrdinalIgnoreCase);
}
