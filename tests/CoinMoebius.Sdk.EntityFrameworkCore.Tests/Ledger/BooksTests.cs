using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Ledger;

/// <summary>What a merchant's books read of a payment: sums, and where it stands.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
public sealed class BooksTests(string engineName) : EngineFixture(engineName)
{
    private readonly List<(bool IsFirst, PaymentRecord? Payment, string? Order)> _told = [];
    private Node _node = null!;

    [SetUp]
    public async Task StartNodeAsync()
    {
        _node = await Node.StartAsync(Database, options => options.MaxParallelism = 1);
        _node.Handle = (_, context, _) =>
        {
            _told.Add((context.IsFirstOfStatus, context.Payment, context.OrderReference));
            return Task.CompletedTask;
        };
    }

    [TearDown]
    public async Task StopNodeAsync() => await _node.DisposeAsync();

    [Test]
    public async Task Part_refunds_add_up_until_nothing_is_left()
    {
        await HandleAsync(Paid("evt_1", 20m), Refunded("evt_2", "re_1", 5m), Refunded("evt_3", "re_2", 10m), Refunded("evt_4", "re_2", 10m), Refunded("evt_5", "re_3", 5m));

        _told.Select(told => (told.Payment!.Status.Value, told.Payment.AmountRefunded, told.IsFirst)).Should().Equal(
            ("succeeded", 0m, true), ("partially_refunded", 5m, true), ("partially_refunded", 15m, true), ("partially_refunded", 15m, false), ("refunded", 20m, true));
        var record = await RecordAsync();
        (record.Status, record.Amount, record.AmountPaid, record.AmountRefunded, record.LastEventId).Should().Be((PaymentStatus.Refunded, 20m, 20m, 20m, "evt_5"));
        (await _node.Ledger.FindRefundsAsync(PaymentProvider.Stripe, "pi_1")).Select(refund => (refund.Id, refund.Amount)).Should()
            .Equal(("re_1", 5m), ("re_2", 10m), ("re_3", 5m));
    }

    [Test]
    public async Task A_refund_that_fails_leaves_the_money_with_the_merchant()
    {
        await HandleAsync(
            Paid("evt_1", 20m), Refunded("evt_2", "re_1", 5m), Refunded("evt_3", "re_2", 15m, isFull: true), Refunded("evt_4", "re_2", 15m, RefundStatus.Failed));

        _told.Select(told => told.Payment!.Status.Value).Should().Equal("succeeded", "partially_refunded", "refunded", "partially_refunded");
        (await RecordAsync()).AmountRefunded.Should().Be(5m);
    }

    [Test]
    public async Task A_refund_that_was_told_without_an_id_fails_by_its_amount()
    {
        // Stripe tells a refund as a change of the charge, and names it when it fails.
        await HandleAsync(
            Paid("evt_1", 20m),
            Refunded("evt_2", null, 5m) with { Refund = new() { Amount = 5m, TotalAmount = 5m, IsFull = false, Status = RefundStatus.Succeeded } },
            Refunded("evt_3", null, 15m) with { Refund = new() { Amount = 15m, TotalAmount = 20m, IsFull = true, Status = RefundStatus.Succeeded } },
            Refunded("evt_4", "re_2", 15m, RefundStatus.Failed));

        _told.Select(told => (told.Payment!.Status.Value, told.Payment.AmountRefunded)).Should()
            .Equal(("succeeded", 0m), ("partially_refunded", 5m), ("refunded", 20m), ("partially_refunded", 5m));
    }

    [Test]
    public async Task A_refund_that_failed_without_ever_having_been_done_takes_nothing_from_another()
    {
        await HandleAsync(Paid("evt_1", 20m), Refunded("evt_2", "re_1", 5m), Refunded("evt_3", "re_2", 5m, RefundStatus.Failed));

        var record = await RecordAsync();
        (record.Status, record.AmountRefunded).Should().Be((PaymentStatus.PartiallyRefunded, 5m));
    }

    [Test]
    public async Task What_an_answer_says_went_back_is_not_counted_beside_the_refund_itself()
    {
        await HandleAsync(
            Paid("evt_1", 20m),
            Refunded("reconciled:1", null, 5m) with { EventType = ReconciledEvent.EventType, Refund = new() { Amount = 5m, TotalAmount = 5m, Status = RefundStatus.Succeeded } },
            Refunded("evt_2", "re_1", 5m));

        var record = await RecordAsync();
        (record.Status, record.AmountRefunded).Should().Be((PaymentStatus.PartiallyRefunded, 5m));
    }

    [Test]
    public async Task Whether_a_refund_is_full_the_row_knows_where_the_event_cannot()
    {
        await HandleAsync(Refunded("evt_1", "re_1", 20m, status: null), Paid("evt_2", 20m));

        _told.Select(told => told.Payment!.Status.Value).Should().Equal("partially_refunded", "refunded");
    }

    [Test]
    public async Task A_dispute_that_is_won_gives_the_payment_back_and_one_that_is_lost_does_not()
    {
        await HandleAsync(
            Paid("evt_1", 20m),
            Disputed("evt_2", "dp_1", DisputeOutcome.Open),
            Disputed("evt_3", "dp_1", DisputeOutcome.Won),
            Disputed("evt_4", "dp_2", DisputeOutcome.Open),
            Disputed("evt_5", "dp_2", DisputeOutcome.Lost),
            Disputed("evt_6", "dp_2", DisputeOutcome.Open));

        _told.Select(told => (told.Payment!.Status.Value, told.Payment.Dispute?.Id, told.Payment.Dispute?.Outcome.Value, told.IsFirst)).Should().Equal(
            ("succeeded", null, null, true), ("disputed", "dp_1", "open", true), ("succeeded", null, null, true), ("disputed", "dp_2", "open", true),
            ("disputed", "dp_2", "lost", true), ("disputed", "dp_2", "lost", false));
        (await RecordAsync()).AmountPaid.Should().Be(20m);
    }

    [Test]
    public async Task An_attempt_that_expires_beside_one_that_paid_changes_nothing()
    {
        await HandleAsync(
            Paid("evt_1", 20m) with { CheckoutId = "session_1" }, Paid("evt_2", 20m) with { Status = PaymentStatus.Failed, CheckoutId = "session_2" });

        (await RecordAsync()).Status.Should().Be(PaymentStatus.Succeeded);
    }

    [Test]
    public async Task An_order_and_its_capture_are_one_row_whichever_is_told_first()
    {
        var order = Paid("evt_1", 10m) with { PaymentId = "ORD1", Status = PaymentStatus.Pending };
        var capture = Paid("evt_2", 10m) with { PaymentId = "CAP1", CheckoutId = "ORD1" };
        await HandleAsync(order, capture, order with { EventId = "evt_3", Status = PaymentStatus.Failed });
        await HandleAsync(Refunded("evt_4", "REF1", 10m) with { PaymentId = "CAP1", CheckoutId = "ORD1" }, Disputed("evt_5", "PP-1", DisputeOutcome.Open) with { PaymentId = "CAP1" });

        (await _node.Ledger.FindAsync(PaymentProvider.Stripe, "ORD1")).Should().BeNull();
        var row = (await _node.Ledger.FindByCheckoutAsync(PaymentProvider.Stripe, "ORD1")).Should().ContainSingle().Subject;
        (row.PaymentId, row.Status, row.AmountPaid, row.AmountRefunded).Should().Be(("CAP1", PaymentStatus.Disputed, 10m, 10m));
    }

    [Test]
    public async Task A_checkout_that_is_expected_by_its_id_is_the_payment_that_the_provider_names_it_in()
    {
        await _node.Ledger.ExpectAsync(Sample.Expected(order: "order-1") with { PaymentId = "ORD1", Amount = 10m });

        await HandleAsync(
            Paid("evt_1", 10m) with { PaymentId = "CAP1", Status = PaymentStatus.Failed, CheckoutId = "ORD1" },
            Paid("evt_2", 9m) with { PaymentId = "CAP2", CheckoutId = "ORD1" });

        _told.Select(told => told.Order).Should().Equal(["order-1", "order-1"], "the provider itself names the checkout");
        var record = await _node.Ledger.FindByTransactionAsync("tx_1");
        (record!.PaymentId, record.Status, record.AmountPaid).Should().Be(("CAP2", PaymentStatus.Succeeded, 9m), "what failed did not pay it");
        (await _node.Ledger.FindAsync(PaymentProvider.Stripe, "CAP1"))!.TransactionId.Should().BeNull();
    }

    [Test]
    public async Task A_payment_that_was_faster_than_its_checkout_is_found_by_the_checkout_s_id()
    {
        await HandleAsync(Paid("evt_1", 10m) with { PaymentId = "CAP1", CheckoutId = "ORD1" });

        await _node.Ledger.ExpectAsync(Sample.Expected(order: "order-1") with { PaymentId = "ORD1", Amount = 10m });

        var record = await _node.Ledger.FindByTransactionAsync("tx_1");
        (record!.PaymentId, record.Reference).Should().Be(("CAP1", "order-1"));
        (await RowsAsync()).Should().ContainSingle();
    }

    [Test]
    public async Task A_price_in_one_currency_and_a_payment_in_another_are_linked_by_the_price()
    {
        await _node.Ledger.ExpectAsync(Sample.Expected(order: "order-1"));

        await HandleAsync(Sample.OfTransaction("evt_1", "pi_1") with { Amount = 0.0005m, Currency = "BTC", PricedAmount = 19.99m, PricedCurrency = "USD" });

        var record = await _node.Ledger.FindByTransactionAsync("tx_1");
        (record!.PaymentId, record.AmountPaid, record.Currency, record.PricedAmount).Should().Be(("pi_1", 0.0005m, "BTC", 19.99m));
    }

    [Test]
    public async Task One_charge_of_a_subscription_is_told_once_whatever_channel_tells_it()
    {
        var paid = Renewed("evt_1", "in_1");
        foreach (var told in (SubscriptionEvent[])[paid, paid with { EventId = "evt_2" }, Renewed("evt_3", "in_2"), paid with { EventId = "evt_4", Type = SubscriptionEventType.PaymentFailed }])
        {
            // One after the other: the payment's end is waited for, and it comes behind.
            await _node.AcceptAsync(told);
            await _node.AcceptAsync(Paid($"pay_{told.EventId}", 1m));
            await _node.DoneAsync();
        }

        (await _node.EffectsAsync()).Where(effect => effect.PaymentId == "sub_1").Select(effect => (effect.EventId, effect.IsFirstOfStatus)).Should()
            .Equal(("evt_1", true), ("evt_2", false), ("evt_3", true), ("evt_4", true));
    }

    [TestCase("refunded", "partially_refunded", 5, 5)]
    [TestCase("disputed", "succeeded", 20, 0)]
    public async Task A_row_from_before_there_were_facts_goes_on(string before, string after, decimal amount, decimal refunded)
    {
        await using (var context = _node.Open())
        {
            context.Add(new LedgerRow
            {
                Provider = "stripe",
                Account = "",
                PaymentId = "pi_1",
                Status = before,
                Rank = 3,
                Amount = amount,
                Currency = "USD",
                Reference = "order-1",
                Metadata = """{"disputeId":"dp_1","refundId":"re_1"}""",
                LastEventId = "evt_1",
                CreatedAt = 1,
                UpdatedAt = 1,
            });
            await context.SaveChangesAsync();
        }

        await HandleAsync(Paid("evt_0", 20m), Disputed("evt_2", "dp_1", DisputeOutcome.Won));

        var record = await RecordAsync();
        (record.Status.Value, record.AmountPaid, record.AmountRefunded, record.Reference).Should()
            .Be((before == "refunded" ? "refunded" : after, 20m, refunded, "order-1"), "that a refund was a part, the older row did not say");
    }

    private static PaymentEvent Paid(string eventId, decimal amount) => Sample.Payment(eventId) with { Amount = amount };

    private static PaymentEvent Refunded(string eventId, string? refundId, decimal amount, RefundStatus? status = null, bool? isFull = null) => Sample.Payment(eventId) with
    {
        Status = status == RefundStatus.Failed ? PaymentStatus.Succeeded : PaymentStatus.Refunded,
        Amount = amount,
        Refund = new() { Id = refundId, Amount = amount, IsFull = isFull, Status = status ?? RefundStatus.Succeeded },
    };

    private static PaymentEvent Disputed(string eventId, string disputeId, DisputeOutcome outcome) => Sample.Payment(eventId) with
    {
        Status = outcome == DisputeOutcome.Won ? PaymentStatus.Succeeded : PaymentStatus.Disputed,
        Amount = 20m,
        Dispute = new() { Id = disputeId, Amount = 20m, Outcome = outcome },
    };

    private static SubscriptionEvent Renewed(string eventId, string chargeId) => new()
    {
        Provider = PaymentProvider.Stripe,
        EventId = eventId,
        EventType = "invoice.paid",
        SubscriptionId = "sub_1",
        Type = SubscriptionEventType.Renewed,
        Status = SubscriptionStatus.Active,
        ChargeId = chargeId,
        RawBody = "{}"u8.ToArray(),
    };

    private async Task HandleAsync(params WebhookEvent[] events)
    {
        var handled = (await RowsAsync<InboxRow>()).Count;
        foreach (var told in events)
        {
            (await _node.AcceptAsync(told)).Should().Be(WebhookDisposition.Accepted);
            await _node.UntilHandledAsync(++handled);
        }
    }

    private async Task<PaymentRecord> RecordAsync() => (await _node.Ledger.FindAsync(PaymentProvider.Stripe, "pi_1"))!;

    private Task<List<LedgerRow>> RowsAsync() => RowsAsync<LedgerRow>();

    private async Task<List<TRow>> RowsAsync<TRow>()
        where TRow : class
    {
        await using var context = _node.Open();
        return [.. context.AllRowsOf<TRow>()];
    }
}
