using System.Collections.Concurrent;
using System.Net;

namespace CoinMoebius.Sdk.Tests.Providers.PayPal;

/// <summary>PayPal's servers as the tests need them: answers 404 unless told otherwise, and remembers what it was asked.</summary>
internal sealed class FakePayPal(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? answer = null) : HttpMessageHandler
{
    public ConcurrentQueue<Call> Calls { get; } = new();

    public static FakePayPal Serving(params (string Path, string Content)[] files) => new((request, _) =>
    {
        var content = files.FirstOrDefault(file => file.Path == request.RequestUri!.AbsolutePath).Content;
        return Task.FromResult(content is null ? Answer(HttpStatusCode.NotFound) : Answer(HttpStatusCode.OK, content));
    });

    public static HttpResponseMessage Answer(HttpStatusCode status, string content = "") => new(status) { Content = new StringContent(content) };

    public HttpClient CreateClient() => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Calls.Enqueue(new(request.Method, request.RequestUri!, body, request.Headers.Authorization?.ToString()));
        var response = answer is null ? Answer(HttpStatusCode.NotFound) : await answer(request, cancellationToken);
        response.RequestMessage ??= request;
        return response;
    }

    public sealed record Call(HttpMethod Method, Uri Url, byte[] Body, string? Authorization);
}
