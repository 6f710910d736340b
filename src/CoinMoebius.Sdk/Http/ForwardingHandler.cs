namespace CoinMoebius.Sdk.Http;

/// <summary>Ends a chain of handlers in an <see cref="HttpClient"/> of the caller's, which sends each message only once.</summary>
internal sealed class ForwardingHandler(Func<HttpClient> httpClient) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var message = CallState.Of(request) is { Attempts: > 1 } state ? Copy(request, state) : request;
        return await httpClient().SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }

    private static HttpRequestMessage Copy(HttpRequestMessage request, CallState state)
    {
        var copy = ApiRequest.Create(state);
        copy.Headers.Clear();
        foreach (var header in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return copy;
    }
}
