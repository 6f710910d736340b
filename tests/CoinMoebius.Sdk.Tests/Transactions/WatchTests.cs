using System.Net;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Transactions;

public sealed class WatchTests
{
    private readonly StubApi _api = new StubApi().Answer(StubApi.Status("pending"));

    [Test]
    public async Task It_yields_each_change_and_ends_with_the_final_one()
    {
        _api.AnswerInTurn(
            () => StubApi.Json(HttpStatusCode.OK, StubApi.Status("pending")),
            () => StubApi.Json(HttpStatusCode.OK, StubApi.Status("partial")),
            () => StubApi.Json(HttpStatusCode.OK, StubApi.Status("succeeded")));
        var seen = new List<string>();

        await foreach (var transaction in _api.Client.WatchAsync("tx_1"))
        {
            seen.Add(transaction.Status.Value);
            _api.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        seen.Should().Equal("pending", "partial", "succeeded");
    }

    [Test]
    public async Task A_webhook_is_yielded()
    {
        var seen = new List<string>();

        await foreach (var transaction in _api.Client.WatchAsync("tx_1"))
        {
            seen.Add(transaction.Status.Value);
            _api.Events.Publish(new PaymentEvent
            {
                Provider = PaymentProvider.Stripe,
                EventId = "e",
                EventType = "e",
                Status = PaymentStatus.Succeeded,
                PaymentId = "tx_1",
            });
        }

        seen.Should().Equal("pending", "succeeded");
    }

    [Test]
    public async Task Leaving_the_loop_ends_polling()
    {
        await foreach (var _ in _api.Client.WatchAsync("tx_1"))
        {
            break;
        }

        _api.Clock.Advance(TimeSpan.FromHours(1));

        _api.Calls.Should().ContainSingle();
    }

    [Test]
    public async Task A_time_out_comes_after_what_was_seen()
    {
        var seen = new List<string>();
        var act = async () =>
        {
            await foreach (var transaction in _api.Client.WatchAsync("tx_1", new() { Timeout = TimeSpan.FromSeconds(1) }))
            {
                seen.Add(transaction.Status.Value);
                _api.Clock.Advance(TimeSpan.FromSeconds(1));
            }
        };

        await act.Should().ThrowAsync<CoinMoebiusTimeoutException>();
        seen.Should().Equal("pending");
    }

    [Test]
    public async Task Cancellation_carries_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        var act = async () =>
        {
            await foreach (var _ in _api.Client.WatchAsync("tx_1").WithCancellation(source.Token))
            {
                await source.CancelAsync();
            }
        };

        (await act.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
    }

    [Test]
    public async Task Nothing_is_asked_before_the_loop_begins()
    {
        var watch = _api.Client.WatchAsync("tx_1");
        _api.Calls.Should().BeEmpty();

        await using var reader = watch.GetAsyncEnumerator();
        (await reader.MoveNextAsync()).Should().BeTrue();
        _api.Calls.Should().ContainSingle();
    }
}
