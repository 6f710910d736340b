namespace CoinMoebius.Sdk.Http;

/// <summary>Adds the credentials to requests for the configured origin, and to no others.</summary>
internal sealed class AuthenticationHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallState.Of(request)?.Authenticate(request);
        return base.SendAsync(request, cancellationToken);
    }
}
