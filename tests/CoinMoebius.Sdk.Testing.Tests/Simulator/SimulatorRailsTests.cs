using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing.Tests.Support;

namespace CoinMoebius.Sdk.Testing.Tests.Simulator;

/// <summary>What every rail delivers is verified, and leads back to the transaction.</summary>
public sealed class SimulatorRailsTests : SimulatorFixture
{
    private const string Secret = "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF";

    private static readonly Rail[] Rails =
    [
        new(clock => new StripeWebhookSigner(Secret, clock)),
        new(clock => new SquareWebhookSigner(Secret, null, clock), $$"""{"secrets":["{{Secret}}"],"notificationUrl":"{{ScriptedMerchant.Url}}"}"""),
        new(clock => new AuthorizeNetWebhookSigner(Secret, clock)),
        new(clock => new NowPaymentsWebhookSigner(Secret, clock)),
        new(clock => new DodoPaymentsWebhookSigner("whsec_" + Secret, clock), $$"""{"secrets":["whsec_{{Secret}}"]}"""),
        new(clock => new CoinbaseBusinessWebhookSigner(Secret, clock)),
        new(_ => new CryptomusWebhookSigner(Secret)),
        new(clock => new MakePayWebhookSigner(Secret, clock)),
        new(clock => new MoneroWebhookSigner(Secret, clock)),
    ];

    private static IEnumerable<string> Ids => Rails.Select(rail => rail.Id);

    [Test]
    public async Task Every_delivery_is_verified_and_leads_back_to_the_transaction([ValueSource(nameof(Ids))] string id)
    {
        var rail = Rails.Single(rail => rail.Id == id);
        var signer = rail.Signer(Clock);
        var transaction = await CheckoutAsync(signer.Provider);
        await Simulator.PayAsync(transaction.Id);
        if (signer.Statuses.Contains(PaymentStatus.Refunded))
        {
            await Simulator.RefundAsync(transaction.Id);
        }

        foreach (var delivery in Simulator.Deliveries)
        {
            delivery.Outcome.Should().Be(SimulatorDeliveryOutcome.Delivered);
            var told = await VerifyAsync(rail, delivery);
            told.Status.Should().Be(delivery.Status);

            // A refund at Authorize.Net is a transaction of its own.
            told.PaymentId.Should().Be(id == "authorizenet" && told.Refund is { } refund ? refund.Id : transaction.ProviderPaymentId);

            // What goes back may be coins, with the price beside them.
            (told.PricedAmount ?? told.Amount, told.PricedCurrency ?? told.Currency).Should().Be((19.99m, "USD"));
        }

        var paid = await VerifyAsync(rail, Simulator.Deliveries[0]);
        new[] { paid.Reference, paid.Metadata.GetValueOrDefault("transactionId"), await ToldAtCheckoutAsync(transaction, paid) }.Should().Contain(transaction.Id);
        Simulator.Deliveries.Should().HaveCount(signer.Statuses.Contains(PaymentStatus.Refunded) ? 2 : 1);
    }

    [Test]
    public async Task Every_status_that_a_rail_has_a_webhook_for_is_told([ValueSource(nameof(Ids))] string id)
    {
        var rail = Rails.Single(rail => rail.Id == id);
        var statuses = rail.Signer(Clock).Statuses;

        await Simulator.DeclineAsync((await CheckoutAsync(rail.Provider)).Id);
        await Simulator.PayLaterAsync((await CheckoutAsync(rail.Provider)).Id);
        await Simulator.PayPartAsync((await CheckoutAsync(rail.Provider)).Id, 5m);
        var disputed = (await CheckoutAsync(rail.Provider)).Id;
        await Simulator.PayAsync(disputed);
        await Simulator.DisputeAsync(disputed);
        await Simulator.WinDisputeAsync(disputed);
        await Simulator.RefundAsync(disputed, 5m);
        await Simulator.RefundAsync(disputed);
        await Simulator.FailRefundAsync(disputed);

        var signer = rail.Signer(Clock);
        var told = new List<PaymentStatus>();
        foreach (var delivery in Simulator.Deliveries)
        {
            told.Add((await VerifyAsync(rail, delivery)).Status);
        }

        told.Should().Equal(new[]
        {
            PaymentStatus.Failed, PaymentStatus.Pending, PaymentStatus.Partial, PaymentStatus.Succeeded, PaymentStatus.Disputed,
        }.Where(statuses.Contains)
            .Concat(signer.DisputeOutcomes.Contains(DisputeOutcome.Won) ? [PaymentStatus.Succeeded] : [])
            .Concat(!signer.RefundStatuses.Contains(RefundStatus.Succeeded) ? []
                : statuses.Contains(PaymentStatus.PartiallyRefunded) ? [PaymentStatus.PartiallyRefunded, PaymentStatus.Refunded]
                : [PaymentStatus.Refunded, PaymentStatus.Refunded])
            .Concat(signer.RefundStatuses.Contains(RefundStatus.Failed) ? [PaymentStatus.Succeeded] : []));
    }

    protected override void Configure(CoinMoebiusSimulatorOptions options)
    {
        foreach (var rail in Rails)
        {
            options.AddRail(rail.Signer(Clock), ScriptedMerchant.Url);
        }
    }

    private async Task<PaymentEvent> VerifyAsync(Rail rail, SimulatorDelivery delivery)
    {
        var signed = rail.Signer(Clock).Sign(delivery.Body, delivery.Url);
        var verifier = WebhookProviders.CreateVerifier(rail.Provider, rail.Options, Clock);
        var verification = await verifier.VerifyAsync(signed.ToRequest(delivery.Url));
        return verification.EnsureVerified().Should().BeOfType<PaymentEvent>().Subject;
    }

    /// <summary>The transaction that the client knows a payment by from its checkout on.</summary>
    private async Task<string?> ToldAtCheckoutAsync(SimulatorTransaction transaction, PaymentEvent paid)
    {
        using var client = new CoinMoebiusClient(
            Simulator.CreateClient(), new() { BaseAddress = Simulator.BaseAddress, ApiKey = "cmk_test_simulator", ProjectId = "demo" });
        var checkout = await client.CreateCheckoutAsync(new() { Provider = transaction.Provider, ProductId = "t-shirt" });
        var other = Simulator.Transactions[^1];
        return checkout.TransactionId == other.ProviderPaymentId && paid.PaymentId == transaction.ProviderPaymentId ? transaction.Id : null;
    }

    /// <summary>A signer and the options of the verifier that it satisfies.</summary>
    private sealed record Rail(Func<TimeProvider, IWebhookSigner> Signer, string Options = $$"""{"secrets":["{{Secret}}"]}""")
    {
        public PaymentProvider Provider { get; } = Signer(TimeProvider.System).Provider;

        public string Id => Provider.Value;
    }
}
