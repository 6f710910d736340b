using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Http;

public sealed class RetryTests
{
    private const string Checkout = """{"url":"https://pay.example/"}""";

    private readonly StubApi _api = new();

    [TestCase(408, 4)]
    [TestCase(429, 4)]
    [TestCase(500, 4)]
    [TestCase(502, 4)]
    [TestCase(503, 4)]
    [TestCase(504, 4)]
    [TestCase(400, 1)]
    [TestCase(401, 1)]
    [TestCase(403, 1)]
    [TestCase(404, 1)]
    [TestCase(409, 1)]
    [TestCase(422, 1)]
    [TestCase(302, 1)]
    public void A_get_is_tried_again_for_what_may_pass(int status, int attempts)
    {
        _api.Answer(() => StubApi.Json((HttpStatusCode)status, ""));

        var call = _api.Client.GetProjectInfoAsync();
        _api.Clock.Advance(TimeSpan.FromMinutes(1));

        call.Exception!.InnerException.Should().BeAssignableTo<CoinMoebiusApiException>().Which.StatusCode.Should().Be((HttpStatusCode)status);
        _api.Calls.Should().HaveCount(attempts);
    }

    [TestCase(429, null, 4)]
    [TestCase(429, "1", 4)]
    [TestCase(503, "1", 4)]
    [TestCase(503, null, 1)]
    [TestCase(408, "1", 1)]
    [TestCase(500, "1", 1)]
    [TestCase(502, "1", 1)]
    [TestCase(504, "1", 1)]
    [TestCase(400, "1", 1)]
    public void A_post_is_tried_again_only_when_the_api_has_not_acted(int status, string? retryAfter, int attempts)
    {
        _api.Answer(() => StubApi.Json((HttpStatusCode)status, "", retryAfter));

        var call = Post();
        _api.Clock.Advance(TimeSpan.FromMinutes(1));

        call.IsFaulted.Should().BeTrue();
        _api.Calls.Should().HaveCount(attempts);
        _api.Calls.Should().OnlyContain(made => made.Body == "{\"productId\":\"p\"}" && made.Authorization == "Bearer " + StubApi.Key);
    }

    // What the runtime throws: the build for .NET Standard has only the inner exception to go by.
    private static readonly TestCaseData[] TransportFailures =
    [
        new(HttpRequestError.NameResolutionError, new SocketException((int)SocketError.HostNotFound), 4),
        new(HttpRequestError.ConnectionError, new SocketException((int)SocketError.ConnectionRefused), 4),
        new(HttpRequestError.SecureConnectionError, new AuthenticationException("The certificate is not trusted."), 1),
        new(HttpRequestError.ResponseEnded, new HttpIOException(HttpRequestError.ResponseEnded), 1),
        new(HttpRequestError.HttpProtocolError, null, 1),
        new(HttpRequestError.Unknown, new IOException("Reset.", new SocketException((int)SocketError.ConnectionReset)), 1),
    ];

    [TestCaseSource(nameof(TransportFailures))]
    public void A_post_is_tried_again_when_no_connection_came_about(HttpRequestError error, Exception? cause, int attempts)
    {
        _api.Answer((_, _) => throw new HttpRequestException(error, "broken", cause));

        var call = Post();
        _api.Clock.Advance(TimeSpan.FromMinutes(1));

        call.Exception!.InnerException.Should().BeOfType<CoinMoebiusTransportException>();
        _api.Calls.Should().HaveCount(attempts);
    }

    [Test]
    public void A_get_is_tried_again_after_any_transport_failure()
    {
        _api.Answer((_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken"));

        _ = _api.Client.GetProjectInfoAsync();
        _api.Clock.Advance(TimeSpan.FromMinutes(1));

        _api.Calls.Should().HaveCount(4);
    }

    [Test]
    public void A_post_that_hangs_is_not_sent_twice()
    {
        _api.Hang();

        var call = Post();
        _api.Clock.Advance(TimeSpan.FromSeconds(10));

        Timeout(call);
        _api.Calls.Should().ContainSingle();
    }

    [Test]
    public void A_get_that_hangs_is_tried_again_until_the_total_time_out()
    {
        _api.Hang();

        var call = _api.Client.GetProjectInfoAsync();
        _api.Clock.Advance(TimeSpan.FromSeconds(29.9));
        call.IsCompleted.Should().BeFalse();
        _api.Clock.Advance(TimeSpan.FromSeconds(0.1));

        Timeout(call);
        _api.Calls.Should().HaveCount(3);
    }

    [Test]
    public void A_body_that_hangs_counts_in_the_time_of_the_attempt()
    {
        _api.Answer((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new HangingStream()) }));

        var call = Post();
        _api.Clock.Advance(TimeSpan.FromSeconds(10));

        Timeout(call);
    }

    [Test]
    public void Pauses_double_and_are_random()
    {
        _api.Answer(() => StubApi.Json(HttpStatusCode.InternalServerError, ""));

        _ = _api.Client.GetProjectInfoAsync();
        _api.Clock.Advance(TimeSpan.FromMinutes(1));

        // Chance is one half in this test.
        Enumerable.Range(0, 4).Select(_api.SecondsOfCall).Should().Equal(0, 0.25, 0.75, 1.75);
    }

    [Test]
    public async Task Retry_after_counts_in_seconds()
    {
        _api.AnswerInTurn(() => StubApi.Json(HttpStatusCode.TooManyRequests, "", "7"), () => StubApi.Json(HttpStatusCode.OK, Checkout));

        var call = Post();
        _api.Clock.Advance(TimeSpan.FromSeconds(7));

        await call;
        _api.SecondsOfCall(1).Should().Be(7);
    }

    [Test]
    public async Task Retry_after_counts_as_a_date()
    {
        var date = _api.Clock.GetUtcNow().AddSeconds(9).ToString("R");
        _api.AnswerInTurn(() => StubApi.Json(HttpStatusCode.ServiceUnavailable, "", date), () => StubApi.Json(HttpStatusCode.OK, Checkout));

        var call = Post();
        _api.Clock.Advance(TimeSpan.FromSeconds(9));

        await call;
        _api.SecondsOfCall(1).Should().Be(9);
    }

    [Test]
    public async Task A_pause_beyond_the_total_time_out_is_not_begun()
    {
        _api.Answer(() => StubApi.Json(HttpStatusCode.TooManyRequests, "", "3600"));

        var exception = (await FluentActions.Awaiting(Post).Should().ThrowAsync<CoinMoebiusRateLimitException>()).Which;

        exception.RetryAfter.Should().Be(TimeSpan.FromHours(1));
        _api.Calls.Should().ContainSingle();
    }

    [Test]
    public async Task Cancellation_ends_a_pause()
    {
        using var source = new CancellationTokenSource();
        _api.Answer(() => StubApi.Json(HttpStatusCode.InternalServerError, ""));
        var call = _api.Client.GetProjectInfoAsync(source.Token);

        await source.CancelAsync();

        (await call.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
        _api.Clock.Advance(TimeSpan.FromMinutes(1));
        _api.Calls.Should().ContainSingle();
    }

    [Test]
    public async Task Cancellation_ends_an_attempt_with_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        var call = _api.Hang().Client.GetStatusAsync("tx_1", source.Token);

        await source.CancelAsync();

        (await call.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
    }

    [Test]
    public async Task Retries_can_be_turned_off()
    {
        var api = new StubApi(options => options.MaxRetries = 0).Answer(() => StubApi.Json(HttpStatusCode.InternalServerError, ""));

        await FluentActions.Awaiting(() => api.Client.GetProjectInfoAsync()).Should().ThrowAsync<CoinMoebiusApiException>();

        api.Calls.Should().ContainSingle();
    }

    [Test]
    public async Task Every_attempt_of_a_direct_status_call_counts_in_the_budget()
    {
        var api = new StubApi(options => options.PollsPerMinute = 4).Answer(() => StubApi.Json(HttpStatusCode.InternalServerError, ""));
        var direct = api.Client.GetStatusAsync("tx_1");
        api.Clock.Advance(TimeSpan.FromSeconds(10));
        await direct.Awaiting(task => task).Should().ThrowAsync<CoinMoebiusApiException>();
        api.Answer(StubApi.Status("succeeded"));

        var wait = api.Client.WaitForCompletionAsync("tx_2");

        wait.IsCompleted.Should().BeFalse();
        api.Clock.Advance(TimeSpan.FromSeconds(51));
        (await wait).Status.Should().Be(PaymentStatus.Succeeded);
    }

    private static void Timeout(Task call) => call.Exception!.InnerException.Should().BeOfType<CoinMoebiusTransportException>()
        .Which.InnerException.Should().BeOfType<TimeoutException>();

    private Task<Sdk.Checkout> Post() => _api.Client.CreateCheckoutAsync(new() { Provider = PaymentProvider.Stripe, ProductId = "p" });

    private sealed class HangingStream : MemoryStream
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            var never = new TaskCompletionSource<int>();
            cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
            return never.Task;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(ReadAsync([], 0, 0, cancellationToken));
    }
}
