using System.Net;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Transactions;

/// <summary>One client, 1,000 waits, an hour that passes in a moment.</summary>
public sealed class ThousandWaitersTests
{
    private const int Waiters = 1000;
    private static readonly TimeSpan FairShare = TimeSpan.FromMinutes(Waiters / 60.0);

    private readonly StubApi _api = new();

    [Test]
    public void The_budget_is_kept_and_shared_fairly_for_an_hour()
    {
        _api.Answer(StubApi.Status("pending"));
        var waits = Start();

        _api.Clock.Advance(TimeSpan.FromHours(1));

        var calls = _api.Calls.ToArray();
        MostCallsInAMinute(calls.Select(call => call.At).ToArray()).Should().Be(60);
        calls.Length.Should().BeGreaterThan(3500, "the budget is used, not only kept");
        waits.Should().OnlyContain(wait => !wait.IsCompleted);
        var byWaiter = calls.GroupBy(call => call.Url).ToArray();
        byWaiter.Should().HaveCount(Waiters);
        LongestGap(byWaiter.Select(group => group.Select(call => call.At))).Should().BeLessThanOrEqualTo(FairShare * 1.5);
    }

    [Test]
    public async Task A_webhook_ends_a_wait_without_a_call()
    {
        _api.Answer(StubApi.Status("pending"));
        var waits = Start();
        var calls = _api.Calls.Count;

        _api.Events.Publish(Event("tx_999", PaymentStatus.Succeeded));

        var paid = await waits[999];
        paid.Status.Should().Be(PaymentStatus.Succeeded);
        _api.Calls.Should().HaveCount(calls);
        waits.Count(wait => wait.IsCompleted).Should().Be(1);
    }

    [Test]
    public async Task All_are_served_though_some_come_late_and_the_api_fails_now_and_then()
    {
        var random = new Random(20260514);
        var end = _api.Clock.GetUtcNow() + TimeSpan.FromMinutes(20);
        _api.Answer(() => random.Next(20) switch
        {
            0 => StubApi.Json(HttpStatusCode.InternalServerError, ""),
            1 => StubApi.Json(HttpStatusCode.TooManyRequests, "", "2"),
            _ => StubApi.Json(HttpStatusCode.OK, StubApi.Status(_api.Clock.GetUtcNow() < end ? "pending" : "succeeded")),
        });
        var waits = new List<Task<Transaction>>();
        for (var i = 0; i < 300; i++)
        {
            waits.Add(_api.Client.WaitForCompletionAsync($"tx_{i}"));
            _api.Clock.Advance(TimeSpan.FromSeconds(3));
        }

        _api.Clock.Advance(TimeSpan.FromMinutes(30));

        (await Task.WhenAll(waits)).Should().OnlyContain(transaction => transaction.Status == PaymentStatus.Succeeded);
        MostCallsInAMinute(_api.Calls.Select(call => call.At).ToArray()).Should().BeLessThanOrEqualTo(60);
    }

    private static PaymentEvent Event(string paymentId, PaymentStatus status) => new()
    {
        Provider = PaymentProvider.Stripe,
        EventId = "evt_1",
        EventType = "checkout.session.completed",
        Status = status,
        PaymentId = paymentId,
    };

    private static int MostCallsInAMinute(DateTimeOffset[] times)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < times.Length; last++)
        {
            // Both ends count: a window of exactly 60 seconds holds a call at its start and one at its end.
            while (times[last] - times[first] > TimeSpan.FromSeconds(60))
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    private TimeSpan LongestGap(IEnumerable<IEnumerable<DateTimeOffset>> callsByWaiter)
    {
        var end = _api.Clock.GetUtcNow();
        return callsByWaiter.Max(calls =>
        {
            DateTimeOffset[] times = [end - TimeSpan.FromHours(1), .. calls, end];
            return times.Zip(times.Skip(1), (earlier, later) => later - earlier).Max();
        });
    }

    private Task<Transaction>[] Start() =>
        [.. Enumerable.Range(0, Waiters).Select(i => _api.Client.WaitForCompletionAsync($"tx_{i}"))];
}
