namespace CoinMoebius.Sdk.Http;

/// <summary>
/// Ends a chain of handlers in the caller's <see cref="HttpClient"/>, which sends each message only once. The SDK does not see that
/// client's handlers, so each send gets its own message, which allows one send.
/// </summary>
internal sealed class ForwardingHandler(Func<HttpClient> httpClient) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var message = request;
        if (CallState.Of(request) is { } state)
        {
            var once = state.ForOneSend();
            once.Enter();
            message = Copy(request, once, mayRepeat: state.Call.Retry == ApiRetry.Idempotent);
        }

        return await httpClient().SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }

    private static HttpRequestMessage Copy(HttpRequestMessage request, CallState state, bool mayRepeat)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var header in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (request.Content is { } content && state.Call.Body is { } body)
        {
            copy.Content = mayRepeat ? new ByteArrayContent(body) : new OnceContent(body);
            copy.Content.Headers.ContentType = content.Headers.ContentType;
        }

        OriginBound.Bind(copy);
        state.AttachTo(copy);
        return copy;
    }
}
