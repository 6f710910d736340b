using System.Net;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Sdk.Tests.Transactions;

public sealed class WaitTests
{
    private readonly StubApi _api = new StubApi().Answer(StubApi.Status("pending"));

    [Test]
    public async Task The_first_poll_is_at_once()
    {
        _api.Answer(StubApi.Status("succeeded"));

        var paid = await _api.Client.WaitForCompletionAsync("tx_1");

        paid.Should().BeEquivalentTo(new { Id = "tx_1", Amount = 19.99m, Currency = "USD", IsTest = false });
        _api.Calls.Should().ContainSingle();
    }

    [Test]
    public void Polls_slow_down_while_nothing_happens()
    {
        _ = _api.Client.WaitForCompletionAsync("tx_1");

        _api.Clock.Advance(TimeSpan.FromSeconds(120));

        Enumerable.Range(0, _api.Calls.Count).Select(_api.SecondsOfCall).Take(6).Should().Equal(0, 2, 5, 9.5, 16.25, 26.375);
        (_api.SecondsOfCall(_api.Calls.Count - 1) - _api.SecondsOfCall(_api.Calls.Count - 2)).Should().Be(30);
    }

    [Test]
    public void A_change_makes_polls_frequent_again()
    {
        _ = _api.Client.WaitForCompletionAsync("tx_1");
        _api.Clock.Advance(TimeSpan.FromSeconds(26.375));
        _api.Answer(StubApi.Status("partial"));
        _api.Clock.Advance(TimeSpan.FromSeconds(60));
        var change = _api.Calls.ToList().FindIndex(call => call.At > new ManualTimeProvider().GetUtcNow().AddSeconds(26.375));

        (_api.SecondsOfCall(change + 1) - _api.SecondsOfCall(change)).Should().Be(2);
    }

    [Test]
    public async Task Two_waits_for_one_transaction_share_their_polls()
    {
        var first = _api.Client.WaitForCompletionAsync("tx_1");
        var second = _api.Client.WaitForCompletionAsync("tx_1");
        _api.Calls.Should().ContainSingle();
        _api.Answer(StubApi.Status("succeeded"));

        _api.Clock.Advance(TimeSpan.FromSeconds(2));

        (await first).Should().BeSameAs(await second);
        _api.Calls.Should().HaveCount(2);
    }

    [Test]
    public void A_later_wait_hears_at_once_what_is_known()
    {
        _ = _api.Client.WaitForCompletionAsync("tx_1");
        var progress = new Recorder();

        _ = _api.Client.WaitForCompletionAsync("tx_1", new() { Progress = progress });

        progress.Statuses.Should().Equal("pending");
    }

    [Test]
    public async Task Progress_hears_of_changes_only()
    {
        var progress = new Recorder();
        _api.AnswerInTurn(
            () => StubApi.Json(HttpStatusCode.OK, StubApi.Status("pending")),
            () => StubApi.Json(HttpStatusCode.OK, StubApi.Status("pending")),
            () => StubApi.Json(HttpStatusCode.OK, StubApi.Status("partial", "\"5.00\"")),
            () => StubApi.Json(HttpStatusCode.OK, StubApi.Status("partial", "7.00")),
            () => StubApi.Json(HttpStatusCode.OK, StubApi.Status("success")));
        var wait = _api.Client.WaitForCompletionAsync("tx_1", new() { Progress = progress });

        _api.Clock.Advance(TimeSpan.FromMinutes(1));

        (await wait).Status.Should().Be(PaymentStatus.Succeeded);
        progress.Statuses.Should().Equal("pending", "partial", "partial", "succeeded");
    }

    [Test]
    public async Task Until_decides_when_given()
    {
        var wait = _api.Client.WaitForCompletionAsync("sub_1", new() { Until = transaction => transaction.Status.Value == "active" });
        _api.Answer(StubApi.Status("active"));

        _api.Clock.Advance(TimeSpan.FromSeconds(2));

        (await wait).Status.Value.Should().Be("active");
    }

    [Test]
    public async Task What_until_throws_ends_the_wait_and_no_other()
    {
        var other = _api.Client.WaitForCompletionAsync("tx_1");
        var wait = _api.Client.WaitForCompletionAsync("tx_1", new() { Until = _ => throw new FormatException() });

        await wait.Awaiting(task => task).Should().ThrowAsync<FormatException>();
        other.IsCompleted.Should().BeFalse();
    }

    [Test]
    public async Task A_time_out_tells_what_was_last_seen_and_ends_polling()
    {
        var wait = _api.Client.WaitForCompletionAsync("tx_1", new() { Timeout = TimeSpan.FromSeconds(10) });
        _api.Clock.Advance(TimeSpan.FromSeconds(9.9));
        wait.IsCompleted.Should().BeFalse();

        _api.Clock.Advance(TimeSpan.FromSeconds(0.1));

        var exception = (await wait.Awaiting(task => task).Should().ThrowAsync<CoinMoebiusTimeoutException>()).Which;
        exception.LastTransaction!.Status.Should().Be(PaymentStatus.Pending);
        exception.InnerException.Should().BeOfType<TimeoutException>().Which.InnerException.Should().BeNull();
        NoMoreCalls();
    }

    [Test]
    public async Task A_time_out_in_an_outage_tells_its_reason()
    {
        _api.Answer((_, _) => throw new HttpRequestException("refused"));
        var wait = _api.Client.WaitForCompletionAsync("tx_1", new() { Timeout = TimeSpan.FromSeconds(10) });

        _api.Clock.Advance(TimeSpan.FromSeconds(10));

        var exception = (await wait.Awaiting(task => task).Should().ThrowAsync<CoinMoebiusTimeoutException>()).Which;
        exception.LastTransaction.Should().BeNull();
        exception.InnerException.Should().BeOfType<TimeoutException>().Which.InnerException.Should().BeOfType<CoinMoebiusTransportException>();
    }

    [Test]
    public async Task Cancellation_ends_the_wait_with_the_callers_token_and_ends_polling()
    {
        using var source = new CancellationTokenSource();
        var wait = _api.Client.WaitForCompletionAsync("tx_1", cancellationToken: source.Token);

        await source.CancelAsync();

        (await wait.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
        NoMoreCalls();
    }

    [Test]
    public async Task A_canceled_token_starts_nothing()
    {
        var wait = _api.Client.WaitForCompletionAsync("tx_1", cancellationToken: new(canceled: true));

        await wait.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        _api.Calls.Should().BeEmpty();
    }

    [Test]
    public async Task One_who_leaves_does_not_end_the_polling_of_others()
    {
        using var source = new CancellationTokenSource();
        _ = _api.Client.WaitForCompletionAsync("tx_1", cancellationToken: source.Token);
        var stays = _api.Client.WaitForCompletionAsync("tx_1");
        await source.CancelAsync();
        _api.Answer(StubApi.Status("failed"));

        _api.Clock.Advance(TimeSpan.FromSeconds(2));

        (await stays).Status.Should().Be(PaymentStatus.Failed);
    }

    [Test]
    public async Task A_poll_under_way_is_canceled_when_the_last_leaves()
    {
        CancellationToken seen = default;
        _api.Answer((_, token) =>
        {
            seen = token;
            return new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(token);
        });
        using var source = new CancellationTokenSource();
        _ = _api.Client.WaitForCompletionAsync("tx_1", cancellationToken: source.Token);

        await source.CancelAsync();

        seen.IsCancellationRequested.Should().BeTrue();
        NoMoreCalls();
    }

    [Test]
    public async Task Disposal_during_a_poll_tells_the_wait_why()
    {
        _api.Hang();
        var wait = _api.Client.WaitForCompletionAsync("tx_1");

        _api.Client.Dispose();

        await wait.Awaiting(task => task).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Test]
    public async Task Disposal_ends_waits()
    {
        var wait = _api.Client.WaitForCompletionAsync("tx_1");

        _api.Client.Dispose();

        await wait.Awaiting(task => task).Should().ThrowAsync<ObjectDisposedException>();
        FluentActions.Invoking(() => { _ = _api.Client.WaitForCompletionAsync("tx_1"); }).Should().Throw<ObjectDisposedException>();
        _api.Clock.ActiveTimerCount.Should().Be(0);
    }

    [Test]
    public void An_unknown_id_is_accepted_for_the_grace_period_then_surfaces()
    {
        _api.Answer(() => StubApi.Json(HttpStatusCode.NotFound, """{"error":"not_found"}"""));
        var wait = _api.Client.WaitForCompletionAsync("tx_1");

        _api.Clock.Advance(TimeSpan.FromSeconds(29));
        wait.IsCompleted.Should().BeFalse();
        _api.Clock.Advance(TimeSpan.FromSeconds(31));

        wait.Exception!.InnerException.Should().BeOfType<CoinMoebiusNotFoundException>();
    }

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(410)]
    [TestCase(422)]
    public void What_time_does_not_heal_surfaces_at_once_to_all_who_wait(int status)
    {
        var waits = new[] { _api.Client.WaitForCompletionAsync("tx_1"), _api.Client.WaitForCompletionAsync("tx_1") };
        _api.Answer(() => StubApi.Json((HttpStatusCode)status, ""));

        _api.Clock.Advance(TimeSpan.FromSeconds(2));

        waits.Should().OnlyContain(wait => wait.Exception!.InnerException is CoinMoebiusApiException);
        NoMoreCalls();
    }

    [TestCase(408)]
    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    public async Task An_outage_is_waited_out_without_extra_calls(int status)
    {
        _api.Answer(() => StubApi.Json((HttpStatusCode)status, ""));
        var wait = _api.Client.WaitForCompletionAsync("tx_1");
        _api.Clock.Advance(TimeSpan.FromSeconds(5));
        _api.Calls.Should().HaveCount(3, "polls at 0, 2 and 5 seconds are not retried in between");
        _api.Answer(StubApi.Status("succeeded"));

        _api.Clock.Advance(TimeSpan.FromSeconds(30));

        (await wait).Status.Should().Be(PaymentStatus.Succeeded);
    }

    [Test]
    public void An_attempt_that_hangs_is_given_up_and_tried_again()
    {
        _api.Hang();
        _ = _api.Client.WaitForCompletionAsync("tx_1");

        _api.Clock.Advance(TimeSpan.FromSeconds(12));

        _api.Calls.Should().HaveCount(2);
    }

    [Test]
    public void Too_many_requests_pauses_all_waits_for_the_time_asked()
    {
        _api.Answer(() => StubApi.Json(HttpStatusCode.TooManyRequests, "", "20"));
        _ = _api.Client.WaitForCompletionAsync("tx_1");
        _ = _api.Client.WaitForCompletionAsync("tx_2");
        _api.Calls.Should().ContainSingle();
        _api.Answer(StubApi.Status("pending"));

        _api.Clock.Advance(TimeSpan.FromSeconds(19.999));
        _api.Calls.Should().ContainSingle();
        _api.Clock.Advance(TimeSpan.FromSeconds(0.001));

        _api.Calls.Select(call => call.Url.Segments[^1]).Should().Equal("tx_1", "tx_1", "tx_2");
    }

    [Test]
    public void Too_many_requests_without_a_time_pauses_longer_each_time()
    {
        _api.Answer(() => StubApi.Json(HttpStatusCode.TooManyRequests, ""));
        _ = _api.Client.WaitForCompletionAsync("tx_1");

        _api.Clock.Advance(TimeSpan.FromSeconds(40));

        Enumerable.Range(0, _api.Calls.Count).Select(_api.SecondsOfCall).Should().Equal(0, 5, 15, 35);
    }

    [Test]
    public async Task Direct_calls_count_in_the_budget_but_do_not_wait()
    {
        for (var i = 0; i < 60; i++)
        {
            await _api.Client.GetStatusAsync("tx_2");
        }

        _ = _api.Client.WaitForCompletionAsync("tx_1");
        _api.Clock.Advance(TimeSpan.FromSeconds(60));
        _api.Calls.Should().HaveCount(60);

        await _api.Client.GetStatusAsync("tx_2");
        _api.Clock.Advance(TimeSpan.FromMilliseconds(1));

        _api.Calls.Should().HaveCount(62);
    }

    [TestCase("..")]
    [TestCase("")]
    public void An_unusable_id_is_refused(string id)
    {
        FluentActions.Invoking(() => { _ = _api.Client.WaitForCompletionAsync(id); }).Should().Throw<ArgumentException>();
        _api.Client.Invoking(client => client.WatchAsync(id)).Should().Throw<ArgumentException>();
    }

    [Test]
    public void An_unusable_time_out_is_refused()
    {
        FluentActions.Invoking(() => { _ = _api.Client.WaitForCompletionAsync("tx_1", new() { Timeout = TimeSpan.FromDays(25) }); })
            .Should().Throw<ArgumentOutOfRangeException>();
    }

    private void NoMoreCalls()
    {
        var calls = _api.Calls.Count;
        _api.Clock.Advance(TimeSpan.FromHours(1));
        _api.Calls.Should().HaveCount(calls);
    }

    private sealed class Recorder : IProgress<Transaction>
    {
        public List<string> Statuses { get; } = [];

        public void Report(Transaction value) => Statuses.Add(value.Status.Value);
    }
}
