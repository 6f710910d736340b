using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing.Tests.Support;

namespace CoinMoebius.Sdk.Testing.Tests.Simulator;

public sealed class SimulatorTransitionTests : SimulatorFixture
{
    [Test]
    public async Task A_refund_may_come_in_parts_up_to_what_was_paid()
    {
        var id = (await CheckoutAsync(PaymentProvider.Square)).Id;
        await Simulator.PayAsync(id);

        (await Simulator.RefundAsync(id, 5m)).Amount.Should().Be(5m);
        await Simulator.Invoking(simulator => simulator.RefundAsync(id, 15m)).Should().ThrowAsync<InvalidOperationException>();
        await Simulator.Invoking(simulator => simulator.RefundAsync(id, 0m)).Should().ThrowAsync<InvalidOperationException>();
        await Simulator.Invoking(simulator => simulator.RefundAsync(id, 0.001m)).Should().ThrowAsync<InvalidOperationException>();
        (await Simulator.RefundAsync(id)).Amount.Should().Be(19.99m);

        await Simulator.Invoking(simulator => simulator.RefundAsync(id)).Should().ThrowAsync<InvalidOperationException>()
            .WithMessage("A transaction that is refunded cannot be refunded.");
        Merchant.Received.Select(request => request.Body).Should().Equal(
            $"succeeded 19.99  USD {id}", $"refunded 19.99 5 USD {id}", $"refunded 19.99 14.99 USD {id}");
    }

    [Test]
    public async Task Too_little_is_partial_until_the_rest_comes()
    {
        var id = (await CheckoutAsync(PaymentProvider.Square)).Id;

        var partial = await Simulator.PayPartAsync(id, 12.5m);
        (partial.Status, partial.Amount).Should().Be((PaymentStatus.Partial, 12.5m));
        await Simulator.Invoking(simulator => simulator.PayPartAsync(id, 12.5m)).Should().ThrowAsync<InvalidOperationException>();
        (await Simulator.PayAsync(id)).Amount.Should().Be(19.99m);
    }

    [Test]
    public async Task No_step_lowers_the_rank()
    {
        Func<string, Task<SimulatorTransaction>>[] steps =
        [
            id => Simulator.PayAsync(id), id => Simulator.PayLaterAsync(id), id => Simulator.PayPartAsync(id, 1m),
            id => Simulator.DeclineAsync(id), id => Simulator.RefundAsync(id, 1m), id => Simulator.DisputeAsync(id), id => Simulator.RevokeAsync(id),
        ];
        var random = new Random(11);
        foreach (var provider in new[] { PaymentProvider.Square, PaymentProvider.Manual })
        {
            for (var round = 0; round < 50; round++)
            {
                var id = (await CheckoutAsync(provider)).Id;
                var rank = 0;
                for (var i = 0; i < 8; i++)
                {
                    try
                    {
                        await steps[random.Next(steps.Length)](id);
                    }
                    catch (InvalidOperationException)
                    {
                        // Not possible now.
                    }

                    var now = Simulator.FindTransaction(id)!.Status.Rank;
                    now.Should().BeGreaterThanOrEqualTo(rank);
                    rank = now;
                }
            }
        }

        Simulator.Transactions.Select(transaction => transaction.Status).Distinct().Should().HaveCountGreaterThan(6);
    }

    [Test]
    public async Task An_attempt_that_fails_leaves_the_payment_open()
    {
        var id = (await CheckoutAsync(PaymentProvider.Square)).Id;

        (await Simulator.FailAttemptAsync(id)).Status.Should().Be(PaymentStatus.Pending);
        (await Simulator.PayAsync(id)).Status.Should().Be(PaymentStatus.Succeeded);

        Merchant.Received.Select(request => request.Body).Should().Equal($"failed 19.99  USD {id}", $"succeeded 19.99  USD {id}");
    }

    [Test]
    public async Task Only_a_refund_that_fails_and_a_dispute_that_is_won_lead_back()
    {
        var id = (await CheckoutAsync(PaymentProvider.Square)).Id;
        await Simulator.PayAsync(id);
        await Simulator.RefundAsync(id, 5m);
        await Simulator.RefundAsync(id);

        var failed = await Simulator.FailRefundAsync(id);
        (failed.Status, failed.Refunded, failed.Refunds[^1].Status).Should().Be((PaymentStatus.PartiallyRefunded, 5m, RefundStatus.Failed));
        (await Simulator.DisputeAsync(id)).Dispute!.Amount.Should().Be(14.99m);
        await Simulator.Invoking(simulator => simulator.RefundAsync(id)).Should().ThrowAsync<InvalidOperationException>();
        (await Simulator.WinDisputeAsync(id)).Status.Should().Be(PaymentStatus.PartiallyRefunded);
        await Simulator.DisputeAsync(id);
        (await Simulator.LoseDisputeAsync(id)).Status.Should().Be(PaymentStatus.Disputed);
        await Simulator.Invoking(simulator => simulator.WinDisputeAsync(id)).Should().ThrowAsync<InvalidOperationException>();
        await Simulator.Invoking(simulator => simulator.FailRefundAsync(id)).Should().NotThrowAsync();
        await Simulator.Invoking(simulator => simulator.FailRefundAsync(id)).Should().ThrowAsync<InvalidOperationException>();
    }

    [Test]
    public async Task Pay_by_mail_is_canceled_or_revoked_but_not_refunded()
    {
        var canceled = (await CheckoutAsync(PaymentProvider.Manual)).Id;
        (await Simulator.DeclineAsync(canceled)).Status.Should().Be(PaymentStatus.ManualCanceled);

        var revoked = (await CheckoutAsync(PaymentProvider.Manual)).Id;
        await Simulator.Invoking(simulator => simulator.RevokeAsync(revoked)).Should().ThrowAsync<InvalidOperationException>();
        await Simulator.PayAsync(revoked);
        await Simulator.Invoking(simulator => simulator.RefundAsync(revoked)).Should().ThrowAsync<InvalidOperationException>();
        (await Simulator.RevokeAsync(revoked)).Status.Should().Be(PaymentStatus.ManualRevoked);
    }

    [Test]
    public async Task An_unknown_transaction_is_named()
    {
        await Simulator.Invoking(simulator => simulator.PayAsync("tx_none")).Should().ThrowAsync<KeyNotFoundException>().WithMessage("*tx_none*");
    }

    [Test]
    public async Task The_same_seed_gives_the_same_ids()
    {
        var first = await CheckoutAsync(PaymentProvider.Square);
        await using var twin = new CoinMoebiusSimulator(TwinOptions());
        using var http = twin.CreateClient();
        using var response = await http.PostAsync(
            "api/checkout/square/demo", new StringContent("""{"productId":"t-shirt"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));

        twin.Transactions.Single().Id.Should().Be(first.Id);
        first.Id.Should().MatchRegex("^tx_[0-9a-z]{16}$");
    }

    [TestCase(null, "USD")]
    [TestCase(5, null)]
    [TestCase(0, "USD")]
    [TestCase(-1, "USD")]
    [TestCase(1, "$")]
    public void A_product_with_an_impossible_price_is_refused(int? price, string? currency)
    {
        var options = new CoinMoebiusSimulatorOptions();
        options.Products.Add(new("bad", "Bad", price, currency));

        FluentActions.Invoking(() => new CoinMoebiusSimulator(options)).Should().Throw<ArgumentException>().WithMessage("*\"bad\"*");
    }

    protected override void Configure(CoinMoebiusSimulatorOptions options)
    {
        options.AddRail(new PlainSigner(PaymentProvider.Square), ScriptedMerchant.Url);
        options.AddRail(PaymentProvider.Manual);
    }

    private static CoinMoebiusSimulatorOptions TwinOptions()
    {
        var options = new CoinMoebiusSimulatorOptions { Seed = 7 };
        options.Products.Add(new("t-shirt", "T-shirt", 19.99m, "USD"));
        options.AddRail(PaymentProvider.Square);
        return options;
    }
}
