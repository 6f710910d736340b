using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests;

/// <summary>What links a payment with a checkout: only what the application wrote, never what a payload claims.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
public sealed class LinkTests(string engineName) : EngineFixture(engineName)
{
    private static readonly TimeSpan ReconcileAfter = TimeSpan.FromMinutes(10);

    private readonly ManualTimeProvider _clock = new();
    private ScriptedLookup _cloud = null!;

    [SetUp]
    public void CreateLookup() => _cloud = new(_clock)
    {
        IsServing = payment => payment.TransactionId is not null,
        Answer = payment => ReconciledEvent.Create(payment, PaymentStatus.Succeeded, 19.99m, "USD"),
    };

    [Test]
    public async Task A_transaction_that_pending_payments_claim_pays_none_of_them()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Sample.Expected("tx_1", "order-1"));
        for (var i = 1; i <= 3; i++)
        {
            await HandleAsync(node, Claim($"evt_{i}", $"pi_{i}", PaymentStatus.Pending) with { Reference = $"order-{i + 1}" });
        }

        _clock.Advance(ReconcileAfter);
        await node.LookAsync();
        await node.HandledAsync();

        _cloud.Asked.Should().ContainSingle("the application started one checkout").Which.Payment.PaymentId.Should().Be("tx_1");
        (await node.EffectsAsync()).Where(effect => effect.Status == "succeeded").Select(effect => (effect.PaymentId, effect.OrderReference)).Should()
            .Equal(("tx_1", "order-1"));
        (await node.RowsAsync()).Where(row => row.PaymentId.StartsWith("pi_", StringComparison.Ordinal)).Should()
            .HaveCount(3).And.OnlyContain(row => row.Status == "pending" && row.Amount == 19.99m && row.TransactionId == null);
    }

    [TestCase("0.50", "USD", "")]
    [TestCase("19.99", "EUR", "")]
    [TestCase("19.99", "USD", "eu")]
    public async Task Only_the_amount_the_currency_and_the_account_of_a_checkout_link_a_payment_with_it(string amount, string currency, string account)
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Sample.Expected("tx_1", "order-1"));

        await HandleAsync(node, Claim("evt_1", "pi_1") with { Amount = Sample.Money(amount), Currency = currency, Reference = "order-1" }, account);

        var expected = await node.Ledger.FindByTransactionAsync("tx_1");
        (expected!.PaymentId, expected.Status, expected.Amount).Should().Be(("tx_1", PaymentStatus.Pending, 19.99m));
        var status = await node.Services.GetRequiredService<IPaymentStatusSource>().FindAsync("tx_1");
        (status!.Status, status.Amount).Should().Be((PaymentStatus.Pending, 19.99m));
        (await node.Ledger.FindAsync(PaymentProvider.Stripe, "pi_1", account))!.TransactionId.Should().BeNull();
    }

    [Test]
    public async Task A_payment_of_another_provider_is_never_linked()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Sample.Expected("tx_1", "order-1"));

        await HandleAsync(node, Claim("evt_1", "pay_1") with { Provider = PaymentProvider.Coinflow, Reference = "order-1" });

        (await node.Ledger.FindByTransactionAsync("tx_1"))!.Status.Should().Be(PaymentStatus.Pending);
        (await node.Ledger.FindAsync(PaymentProvider.Coinflow, "pay_1"))!.TransactionId.Should().BeNull();
    }

    [Test]
    public async Task A_transaction_has_one_payment_however_many_claim_it()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Sample.Expected("tx_1", "order-1"));

        await HandleAsync(node, Claim("evt_1", "pi_1"));
        await HandleAsync(node, Claim("evt_2", "pi_2"));
        await HandleAsync(node, Claim("evt_3", "pi_1", PaymentStatus.Refunded));

        (await node.EffectsAsync()).Select(effect => (effect.PaymentId, effect.IsFirstOfStatus, effect.OrderReference)).Should()
            .Equal(("pi_1", true, "order-1"), ("pi_2", true, null), ("pi_1", true, "order-1"));
        (await node.RowsAsync()).Select(row => (row.PaymentId, row.TransactionId, row.Status)).Should()
            .BeEquivalentTo(new[] { ("pi_1", "tx_1", "refunded"), ("pi_2", null, "succeeded") });
    }

    [TestCase("metadata")]
    [TestCase("reference")]
    [TestCase("order")]
    [TestCase("order in metadata")]
    public async Task A_checkout_and_its_payment_are_one_by_whatever_name_the_provider_tells_it(string told)
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Sample.Expected("tx_1", "order-1"));
        var payment = Sample.Payment("evt_2", "pi_1") with { Reference = told == "reference" ? "tx_1" : told == "order" ? "order-1" : null };
        await HandleAsync(node, payment with { EventId = "evt_1", Status = PaymentStatus.Pending, Amount = null });

        await HandleAsync(node, payment with
        {
            Metadata = told switch
            {
                "metadata" => Claim("", "").Metadata,
                "order in metadata" => new Dictionary<string, string> { ["orderId"] = "order-1" },
                _ => payment.Metadata,
            },
        });
        _clock.Advance(ReconcileAfter);
        await node.LookAsync();

        _cloud.Asked.Should().BeEmpty("the payment is here");
        (await node.EffectsAsync()).Where(effect => effect.Status == "succeeded").Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { PaymentId = "pi_1", IsFirstOfStatus = true, OrderReference = "order-1" });
        (await node.RowsAsync()).Should().ContainSingle().Which.Should()
            .BeEquivalentTo(new { PaymentId = "pi_1", TransactionId = "tx_1", OrderReference = "order-1", Status = "succeeded", ExpectedAmount = 19.99m });
    }

    [Test]
    public async Task A_checkout_that_cannot_be_told_from_a_payment_with_certainty_is_never_announced_beside_it()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Sample.Expected("tx_1", "order-1"));
        await HandleAsync(node, Claim("evt_1", "pi_1") with { Amount = 21.50m });
        _clock.Advance(ReconcileAfter);

        await node.LookAsync();
        _clock.Advance(TimeSpan.FromDays(1));
        await node.LookAsync();

        _cloud.Asked.Should().ContainSingle();
        (await node.EffectsAsync()).Should().ContainSingle(effect => effect.Status == "succeeded", "it would be shipped twice");
        node.Log.Ids.Should().Equal(1327);
    }

    [Test]
    public async Task Of_two_open_checkouts_of_an_order_none_is_chosen()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Sample.Expected("tx_1", "order-1"));
        await node.Ledger.ExpectAsync(Sample.Expected("tx_2", "order-1"));
        await HandleAsync(node, Sample.Payment("evt_1") with { Reference = "order-1" });
        _cloud.Answer = payment => payment.TransactionId == "tx_2" ? ReconciledEvent.Create(payment, PaymentStatus.Succeeded, 19.99m, "USD") : null;
        _clock.Advance(ReconcileAfter);

        await node.LookAsync();

        (await node.RowsAsync()).Select(row => (row.PaymentId, row.TransactionId)).Should()
            .BeEquivalentTo(new[] { ("pi_1", null), ("tx_1", "tx_1"), ("tx_2", "tx_2") });
        (await node.EffectsAsync()).Should().ContainSingle();
        node.Log.Ids.Should().Equal(1327);
    }

    [Test]
    public async Task A_payment_of_less_than_a_checkout_asks_does_not_silence_it()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Sample.Expected("tx_1", "order-1"));
        await HandleAsync(node, Claim("evt_1", "pi_1") with { Amount = 0.50m });
        _clock.Advance(ReconcileAfter);

        await node.LookAsync();
        await node.HandledAsync();

        (await node.EffectsAsync()).Select(effect => (effect.PaymentId, effect.OrderReference)).Should().Equal(("pi_1", null), ("tx_1", "order-1"));
    }

    [Test]
    public async Task What_an_answer_says_of_a_checkout_is_not_told_again_by_its_payment_nor_copied_to_it()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Sample.Expected("tx_1", "order-1"));
        await HandleAsync(node, Sample.Payment("evt_1") with { Status = PaymentStatus.Pending });
        _clock.Advance(ReconcileAfter);
        await node.LookAsync();
        await node.HandledAsync();

        await HandleAsync(node, Claim("evt_2", "pi_1"));

        (await node.EffectsAsync()).Select(effect => (effect.PaymentId, effect.Status, effect.IsFirstOfStatus)).Should()
            .Equal(("pi_1", "pending", true), ("tx_1", "succeeded", true), ("pi_1", "succeeded", false));
        (await node.RowsAsync()).Should().ContainSingle().Which.Should()
            .BeEquivalentTo(new { PaymentId = "pi_1", TransactionId = "tx_1", OrderReference = "order-1", LastEventId = "evt_2" });
    }

    [Test]
    public async Task A_payment_that_the_provider_named_in_the_checkout_s_answer_is_linked_by_that_name()
    {
        await using var node = await StartAsync();
        await node.Ledger.ExpectAsync(Sample.Expected("tx_1", "order-1") with { PaymentId = "pi_1" });

        await HandleAsync(node, Sample.Payment("evt_1") with { Status = PaymentStatus.Partial, Amount = 7m });

        var partial = await node.Ledger.FindByTransactionAsync("tx_1");
        (partial!.PaymentId, partial.Status, partial.Amount, partial.Reference).Should().Be(("pi_1", PaymentStatus.Partial, 7m, "order-1"));
        (await node.EffectsAsync()).Single().OrderReference.Should().Be("order-1");
    }

    [Test]
    public async Task An_expectation_that_nothing_names_is_refused()
    {
        await using var node = await StartAsync();

        await FluentActions.Awaiting(() => node.Ledger.ExpectAsync(Sample.Expected("", ""))).Should().ThrowAsync<ArgumentException>().WithMessage("*order*");
    }

    private static PaymentEvent Claim(string eventId, string paymentId, PaymentStatus? status = null) =>
        Sample.OfTransaction(eventId, paymentId) with { Status = status ?? PaymentStatus.Succeeded };

    private static async Task HandleAsync(ReconcileNode node, PaymentEvent webhook, string account = "")
    {
        await node.ReceiveAsync(webhook, account);
        await node.HandledAsync();
    }

    private Task<ReconcileNode> StartAsync() => ReconcileNode.StartAsync(
        Database, _clock, services => services.AddSingleton<IPaymentLookup>(_cloud), options => options.ReconcileAfter = ReconcileAfter);
}
