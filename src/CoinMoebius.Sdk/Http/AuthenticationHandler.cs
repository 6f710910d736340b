namespace CoinMoebius.Sdk.Http;

/// <summary>Adds the credentials only to requests for the configured origin.</summary>
internal sealed class AuthenticationHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallState.Of(request)?.Authenticate(request);
        return base.SendAsync(request, cancellationToken);
    }
}
