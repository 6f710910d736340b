using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace CoinMoebius.Sdk.PolicyHandlers.Tests.Support;

/// <summary>What reaches the API, and how it answers.</summary>
public sealed class Wire(Func<int, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private int _count;

    public ConcurrentQueue<Dictionary<string, string[]>> Sends { get; } = new();

    /// <summary>The API acts, and its answer is lost.</summary>
    public static Wire LosesAnswers() =>
        new(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "the answer was lost"));

    public static Wire Answers(HttpStatusCode status) => new(count => Task.FromResult(Answer(status, count)));

    /// <summary>An answer whose error code tells which it was.</summary>
    public static HttpResponseMessage Answer(HttpStatusCode status, int count) =>
        new(status) { Content = new StringContent($$"""{"code":"answer_{{count}}"}""", Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sends.Enqueue(request.Headers.ToDictionary(header => header.Key, header => header.Value.ToArray(), StringComparer.OrdinalIgnoreCase));
        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        return await answer(Interlocked.Increment(ref _count));
    }
}
