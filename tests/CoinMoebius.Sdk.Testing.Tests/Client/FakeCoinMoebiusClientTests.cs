using CoinMoebius.Sdk.Events;
using Microsoft.Extensions.Time.Testing;

namespace CoinMoebius.Sdk.Testing.Tests.Client;

[CancelAfter(30_000)]
public sealed class FakeCoinMoebiusClientTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly FakeCoinMoebiusClient _client;

    public FakeCoinMoebiusClientTests() => _client = new(_clock);

    [Test]
    public async Task Checkouts_are_numbered_recorded_and_pending(CancellationToken cancellationToken)
    {
        var request = new CheckoutRequest { Provider = PaymentProvider.PayPal, ProductId = "gift", Amount = 5m, Currency = "EUR" };

        var first = await _client.CreateCheckoutAsync(request, cancellationToken);
        var second = await _client.CreateCheckoutAsync(request, cancellationToken);

        first.Should().BeOfType<RedirectCheckout>().Which.Url.Should().Be(new Uri("https://pay.example/tx_1"));
        second.TransactionId.Should().Be("tx_2");
        var status = await _client.GetStatusAsync("tx_1", cancellationToken);
        (status.Status, status.Amount, status.Currency, status.CreatedAt).Should().Be((PaymentStatus.Pending, 5m, "EUR", _clock.GetUtcNow()));
        _client.Calls.Select(call => (call.Method, call.Id, call.Checkout)).Should().Equal(
            ("CreateCheckoutAsync", null, request), ("CreateCheckoutAsync", null, request), ("GetStatusAsync", "tx_1", null));
    }

    [Test]
    public async Task Answers_can_be_set(CancellationToken cancellationToken)
    {
        var manual = new ManualCheckout { Provider = PaymentProvider.Manual, ReferenceCode = "X2M", MailingAddress = "Box 1" };
        _client.OnCreateCheckout = _ => manual;
        _client.OnCreatePortalUrl = request => new Uri($"https://portal.example/{request.SubscriptionId}");

        (await _client.CreateCheckoutAsync(new() { Provider = PaymentProvider.Manual, ProductId = "x" }, cancellationToken)).Should().BeSameAs(manual);
        (await _client.CreatePortalUrlAsync(new() { SubscriptionId = "sub_1" }, cancellationToken)).Should().Be(new Uri("https://portal.example/sub_1"));
        (await _client.GetProjectInfoAsync(cancellationToken)).ProjectId.Should().Be("demo");
        _client.GetWebhookUrl(PaymentProvider.Stripe).AbsolutePath.Should().Be("/webhook/stripe/demo");
    }

    [Test]
    public async Task An_unknown_transaction_is_not_found_and_a_failure_is_thrown_once(CancellationToken cancellationToken)
    {
        await _client.Invoking(c => c.GetStatusAsync("tx_9", cancellationToken)).Should().ThrowAsync<CoinMoebiusNotFoundException>();

        _client.Set(new() { Id = "tx_9", Status = PaymentStatus.Pending });
        _client.FailNext(new CoinMoebiusTransportException("down"));

        await _client.Invoking(c => c.GetStatusAsync("tx_9", cancellationToken)).Should().ThrowAsync<CoinMoebiusTransportException>();
        (await _client.GetStatusAsync("tx_9", cancellationToken)).Id.Should().Be("tx_9");
    }

    [Test]
    public async Task A_wait_ends_when_the_test_says_so(CancellationToken cancellationToken)
    {
        var wait = _client.WaitForCompletionAsync("tx_1", cancellationToken: cancellationToken);
        _client.Complete("tx_1", PaymentStatus.Pending);
        wait.IsCompleted.Should().BeFalse();

        _client.Complete("tx_1", PaymentStatus.Failed);

        (await wait).Status.Should().Be(PaymentStatus.Failed);
        (await _client.WaitForCompletionAsync("tx_1", cancellationToken: cancellationToken)).Status.Should().Be(PaymentStatus.Failed);
    }

    [Test]
    public async Task A_watch_yields_every_change_up_to_the_last(CancellationToken cancellationToken)
    {
        var reported = new List<PaymentStatus>();
        var progress = new Recorder(reported);
        var watch = _client.WatchAsync(
            "tx_1", new() { Progress = progress, Until = transaction => transaction.Status == PaymentStatus.Refunded }, cancellationToken);
        _client.Complete("tx_1", PaymentStatus.Pending);
        _client.Complete("tx_1");
        _client.Complete("tx_1", PaymentStatus.Refunded, 5m);
        _client.Complete("tx_1", PaymentStatus.Disputed);

        var seen = new List<PaymentStatus>();
        await foreach (var transaction in watch)
        {
            seen.Add(transaction.Status);
        }

        seen.Should().Equal(PaymentStatus.Pending, PaymentStatus.Succeeded, PaymentStatus.Refunded);
        reported.Should().Equal(seen);
    }

    [Test]
    public async Task A_wait_times_out_by_the_clock_with_what_it_saw_last(CancellationToken cancellationToken)
    {
        _client.Complete("tx_1", PaymentStatus.Pending);
        var wait = _client.WaitForCompletionAsync("tx_1", new() { Timeout = TimeSpan.FromMinutes(1) }, cancellationToken);

        _clock.Advance(TimeSpan.FromMinutes(1));

        (await FluentActions.Awaiting(() => wait).Should().ThrowAsync<CoinMoebiusTimeoutException>())
            .Which.LastTransaction!.Status.Should().Be(PaymentStatus.Pending);
    }

    [Test]
    public async Task A_wait_ends_with_the_callers_token_or_a_failure(CancellationToken cancellationToken)
    {
        using var source = new CancellationTokenSource();
        var canceled = _client.WaitForCompletionAsync("tx_1", cancellationToken: source.Token);
        var failed = _client.WaitForCompletionAsync("tx_2", cancellationToken: cancellationToken);

        await source.CancelAsync();
        _client.FailWaits("tx_2", new CoinMoebiusAuthenticationException("key"));

        (await FluentActions.Awaiting(() => canceled).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
        await FluentActions.Awaiting(() => failed).Should().ThrowAsync<CoinMoebiusAuthenticationException>();
    }

    [Test]
    public async Task Many_threads_may_wait_and_complete(CancellationToken cancellationToken)
    {
        var ids = Enumerable.Range(0, 200).Select(i => $"tx_{i}").ToList();
        var waits = ids.Select(id => Task.Run(() => _client.WaitForCompletionAsync(id, cancellationToken: cancellationToken), cancellationToken)).ToList();

        Parallel.ForEach(ids, id => _client.Complete(id));

        (await Task.WhenAll(waits)).Should().OnlyContain(transaction => transaction.Status == PaymentStatus.Succeeded);
    }

    private sealed class Recorder(List<PaymentStatus> seen) : IProgress<Transaction>
    {
        public void Report(Transaction value) => seen.Add(value.Status);
    }
}
