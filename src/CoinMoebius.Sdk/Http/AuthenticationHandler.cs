namespace CoinMoebius.Sdk.Http;

/// <summary>Adds the credentials to requests for the configured origin, and to no others.</summary>
internal sealed class AuthenticationHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (CallState.Of(request) is { Call.IsAnonymous: false } state && IsSameOrigin(request.RequestUri, state.Options.BaseAddress))
        {
            state.Options.Authenticate(request, state.Call.Body);
        }

        return base.SendAsync(request, cancellationToken);
    }

    private static bool IsSameOrigin(Uri? url, Uri origin) =>
        url is { IsAbsoluteUri: true }
        && url.Scheme == origin.Scheme
        && url.Port == origin.Port
        && string.Equals(url.IdnHost, origin.IdnHost, StringComparison.OrdinalIgnoreCase);
}
