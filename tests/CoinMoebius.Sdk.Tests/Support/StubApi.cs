using System.Collections.Concurrent;
using System.Net;
using System.Text;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Sdk.Tests.Support;

/// <summary>A client on a manual clock over a handler that answers at once, so that everything happens inside the clock's advance.</summary>
internal sealed class StubApi
{
    public const string Key = "cmk_live_5ecret5ecret5ecret";

    private Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> _answer = (_, _) => Task.FromResult(Json(HttpStatusCode.NotFound, "{}"));

    public StubApi(Action<CoinMoebiusOptions>? configure = null)
    {
        var options = new CoinMoebiusOptions { ApiKey = Key, ProjectId = "proj_1" };
        configure?.Invoke(options);
        var chain = new HttpMessageInvoker(ApiHandlers.Create(new Handler(this), Clock, () => 0.5));
        Client = new CoinMoebiusClient(new(chain.SendAsync, () => options, Clock), Events, () => 0.5);
    }

    public ManualTimeProvider Clock { get; } = new();

    public PaymentEventNotifier Events { get; } = new();

    public CoinMoebiusClient Client { get; }

    public ConcurrentQueue<(DateTimeOffset At, HttpMethod Method, Uri Url, string? Authorization, string? Body)> Calls { get; } = new();

    public static string Status(string status, string amount = "19.99") =>
        $$"""{"status":"{{status}}","amount":{{amount}},"currency":"USD","isTest":false,"createdAt":"2026-05-14T01:04:21.123Z","updatedAt":"2026-05-14T01:05:00.000Z"}""";

    public static HttpResponseMessage Json(HttpStatusCode status, string body, string? retryAfter = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }

    public StubApi Answer(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answer = answer;
        return this;
    }

    public StubApi Answer(Func<HttpResponseMessage> answer) => Answer((_, _) => Task.FromResult(answer()));

    public StubApi Answer(string body) => Answer(() => Json(HttpStatusCode.OK, body));

    /// <summary>Never answers; gives up inside the cancellation.</summary>
    public StubApi Hang() => Answer((_, cancellationToken) =>
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return never.Task;
    });

    /// <summary>One answer after the other; the last one stays.</summary>
    public StubApi AnswerInTurn(params Func<HttpResponseMessage>[] answers)
    {
        var next = 0;
        return Answer(() => answers[Math.Min(next++, answers.Length - 1)]());
    }

    public double SecondsOfCall(int index) => (Calls.ElementAt(index).At - new ManualTimeProvider().GetUtcNow()).TotalSeconds;

    private sealed class Handler(StubApi api) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            api.Calls.Enqueue((api.Clock.GetUtcNow(), request.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), body));
            return await api._answer(request, cancellationToken).ConfigureAwait(false);
        }
    }
}
