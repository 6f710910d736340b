using System.Net;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing.Tests.Support;

namespace CoinMoebius.Sdk.Testing.Tests.Simulator;

[CancelAfter(30_000)]
public sealed class SimulatorDeliveryTests : SimulatorFixture
{
    private Action<CoinMoebiusSimulatorOptions> _configure = _ => { };

    [Test]
    public async Task Paying_delivers_one_webhook_before_it_returns()
    {
        var transaction = await CheckoutAsync(PaymentProvider.NowPayments);

        await Simulator.PayAsync(transaction.Id);

        Merchant.Received.Should().Equal(($"succeeded 19.99  USD {transaction.Id}", "s1"));
        var delivery = Simulator.Deliveries.Should().ContainSingle().Subject;
        delivery.Attempts.Should().Equal(new SimulatorDeliveryAttempt(Clock.GetUtcNow(), 200, null));
    }

    [Test]
    public async Task A_refused_webhook_is_sent_again_on_the_schedule_with_the_same_body_signed_anew(CancellationToken cancellationToken)
    {
        Merchant = new(HttpStatusCode.InternalServerError, null, HttpStatusCode.Redirect);
        var transaction = await CheckoutAsync(PaymentProvider.NowPayments);
        await Simulator.PayAsync(transaction.Id, cancellationToken);

        foreach (var (attempts, delay) in new[] { (1, 1), (2, 2), (3, 4) })
        {
            await Simulator.WaitForDeliveryAsync(now => now.Attempts.Count == attempts, cancellationToken);
            Clock.Advance(TimeSpan.FromSeconds(delay) - TimeSpan.FromMilliseconds(1));
            Merchant.Received.Should().HaveCount(attempts);
            Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var delivery = await Simulator.WaitForDeliveryAsync(transaction.Id, PaymentStatus.Succeeded, cancellationToken);
        delivery.Outcome.Should().Be(SimulatorDeliveryOutcome.Delivered);
        delivery.Attempts.Select(attempt => (attempt.StatusCode, attempt.Error)).Should().Equal(
            (500, null), (null, "ConnectionError"), (302, null), (200, null));
        Merchant.Received.Select(request => request.Body).Distinct().Should().ContainSingle();
        Merchant.Received.Select(request => request.Signature).Should().Equal("s1", "s2", "s3", "s4");
    }

    [Test]
    public async Task After_the_last_wait_the_delivery_is_given_up_and_can_be_sent_again_by_hand(CancellationToken cancellationToken)
    {
        _configure = options => options.RetryDelays.Clear();
        Merchant = new(HttpStatusCode.BadRequest);
        var transaction = await CheckoutAsync(PaymentProvider.NowPayments);
        await Simulator.PayAsync(transaction.Id, cancellationToken);

        var delivery = await Simulator.WaitForDeliveryAsync(transaction.Id, cancellationToken: cancellationToken);
        delivery.Outcome.Should().Be(SimulatorDeliveryOutcome.GivenUp);

        var again = await Simulator.SendAgainAsync(delivery.Number, cancellationToken);
        again.Outcome.Should().Be(SimulatorDeliveryOutcome.Delivered);
        again.Attempts.Should().HaveCount(2);
        await Simulator.Invoking(simulator => simulator.SendAgainAsync(9, cancellationToken)).Should().ThrowAsync<KeyNotFoundException>();
    }

    [Test]
    public async Task Duplicates_are_sent_when_asked_for(CancellationToken cancellationToken)
    {
        _configure = options => options.DuplicateDeliveries = true;
        var transaction = await CheckoutAsync(PaymentProvider.NowPayments);

        await Simulator.PayAsync(transaction.Id, cancellationToken);

        Merchant.Received.Should().HaveCount(2);
        Merchant.Received[0].Body.Should().Be(Merchant.Received[1].Body);
    }

    [Test]
    public async Task Reordering_sends_the_second_webhook_first(CancellationToken cancellationToken)
    {
        _configure = options => options.ReorderDeliveries = true;
        var transaction = await CheckoutAsync(PaymentProvider.NowPayments);

        await Simulator.PayAsync(transaction.Id, cancellationToken);
        await Simulator.RefundAsync(transaction.Id, cancellationToken: cancellationToken);
        await Simulator.WaitForDeliveryAsync(transaction.Id, PaymentStatus.Succeeded, cancellationToken);

        Merchant.Received.Select(request => request.Body.Split(' ')[0]).Should().Equal("refunded", "succeeded");
    }

    [Test]
    public async Task A_webhook_that_nothing_follows_is_held_for_the_window_only(CancellationToken cancellationToken)
    {
        _configure = options => options.ReorderDeliveries = true;
        var transaction = await CheckoutAsync(PaymentProvider.NowPayments);
        await Simulator.PayAsync(transaction.Id, cancellationToken);
        Merchant.Received.Should().BeEmpty();
        var delivered = Simulator.WaitForDeliveryAsync(transaction.Id, PaymentStatus.Succeeded, cancellationToken);

        // The hold may not have been armed yet.
        while (!delivered.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        (await delivered).Outcome.Should().Be(SimulatorDeliveryOutcome.Delivered);
    }

    [Test]
    public async Task Pay_later_is_pending_until_the_money_comes(CancellationToken cancellationToken)
    {
        var transaction = await CheckoutAsync(PaymentProvider.NowPayments);

        (await Simulator.PayLaterAsync(transaction.Id, cancellationToken)).Status.Should().Be(PaymentStatus.Pending);
        Clock.Advance(TimeSpan.FromSeconds(5));

        await Simulator.WaitForDeliveryAsync(transaction.Id, PaymentStatus.Succeeded, cancellationToken);
        Merchant.Received.Select(request => request.Body.Split(' ')[0]).Should().Equal("pending", "succeeded");
        (await StatusTextAsync(transaction.Id)).Should().Be("succeeded");
    }

    [Test]
    public async Task Money_that_comes_after_a_decline_changes_nothing(CancellationToken cancellationToken)
    {
        var transaction = await CheckoutAsync(PaymentProvider.NowPayments);
        await Simulator.PayLaterAsync(transaction.Id, cancellationToken);
        await Simulator.DeclineAsync(transaction.Id, cancellationToken);

        Clock.Advance(TimeSpan.FromSeconds(5));

        (await StatusTextAsync(transaction.Id)).Should().Be("failed");
    }

    [Test]
    public async Task A_status_without_a_webhook_changes_the_transaction_only()
    {
        var transaction = await CheckoutAsync(PaymentProvider.Square);

        await Simulator.PayAsync(transaction.Id);
        await Simulator.DisputeAsync(transaction.Id);

        Simulator.Deliveries.Select(delivery => delivery.Status).Should().Equal(PaymentStatus.Succeeded);
        (await StatusTextAsync(transaction.Id)).Should().Be("disputed");
    }

    [Test]
    public void Webhooks_go_to_this_machine_only()
    {
        var options = new CoinMoebiusSimulatorOptions();

        options.Invoking(o => o.AddRail(new PlainSigner(PaymentProvider.Stripe), new Uri("https://shop.example/webhooks")))
            .Should().Throw<ArgumentException>().WithMessage("*this machine only*");
        options.Rails.Should().BeEmpty();
        var rail = options.AddRail(new PlainSigner(PaymentProvider.Stripe));
        rail.Invoking(r => r.WebhookUrl = new("ftp://localhost/")).Should().Throw<ArgumentException>();
        rail.Invoking(r => r.WebhookUrl = new("http://[::1]:5000/webhooks/stripe")).Should().NotThrow();
    }

    protected override void Configure(CoinMoebiusSimulatorOptions options)
    {
        options.AddRail(new PlainSigner(PaymentProvider.NowPayments), ScriptedMerchant.Url);
        options.AddRail(new PlainSigner(PaymentProvider.Square) { Statuses = [PaymentStatus.Succeeded] }, ScriptedMerchant.Url);
        _configure(options);
    }
}
