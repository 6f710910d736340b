using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Webhooks;

public sealed class ReconciledEventTests
{
    private static readonly DateTimeOffset Time = new(2026, 5, 14, 1, 5, 0, TimeSpan.Zero);

    private static readonly PaymentRecord Known = new()
    {
        Provider = PaymentProvider.Stripe,
        PaymentId = "pi_1",
        TransactionId = "tx_1",
        Status = PaymentStatus.Pending,
        Reference = "order-1",
        CustomerRef = "user_42",
        IsTest = true,
        Metadata = new Dictionary<string, string> { ["k"] = "v" },
        LastEventId = "evt_1",
        CreatedAt = Time,
        UpdatedAt = Time,
    };

    [Test]
    public void It_is_the_event_of_the_payment_that_was_asked_about()
    {
        var told = ReconciledEvent.Create(Known, PaymentStatus.Succeeded, 19.99m, "usd", Time)!;

        told.Should().BeEquivalentTo(new
        {
            Provider = PaymentProvider.Stripe,
            EventType = "reconciled",
            DeliveryId = (string?)null,
            PaymentId = "pi_1",
            Status = PaymentStatus.Succeeded,
            Amount = 19.99m,
            Currency = "USD",
            Reference = "order-1",
            CustomerRef = "user_42",
            IsTest = true,
            OccurredAt = Time,
            Metadata = new Dictionary<string, string> { ["k"] = "v", ["transactionId"] = "tx_1" },
        });
        told.RawBody.ToArray().Should().Equal("{}"u8.ToArray());
    }

    [Test]
    public void Its_id_is_pinned_so_that_the_same_answer_is_the_same_event_for_ever() =>
        ReconciledEvent.Create(Known, PaymentStatus.Succeeded, 19.990m, "USD", Time.ToOffset(TimeSpan.FromHours(2)))!.EventId
            .Should().Be("reconciled:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
                "pi_1\nsucceeded\n19.99\nUSD\n2026-05-14T01:05:00.0000000Z"u8))[..32]);

    [Test]
    public void Another_answer_has_another_id()
    {
        PaymentEvent?[] answers =
        [
            ReconciledEvent.Create(Known, PaymentStatus.Succeeded, 19.99m, "USD", Time),
            ReconciledEvent.Create(Known, PaymentStatus.Failed, 19.99m, "USD", Time),
            ReconciledEvent.Create(Known, PaymentStatus.Succeeded, 19.98m, "USD", Time),
            ReconciledEvent.Create(Known, PaymentStatus.Succeeded, 19.99m, "EUR", Time),
            ReconciledEvent.Create(Known, PaymentStatus.Succeeded, 19.99m, "USD", Time.AddTicks(1)),
            ReconciledEvent.Create(Known, PaymentStatus.Succeeded, 19.99m, "USD"),
            ReconciledEvent.Create(Known with { PaymentId = "pi_2" }, PaymentStatus.Succeeded, 19.99m, "USD", Time),
        ];

        answers.Select(answer => answer!.EventId).Should().OnlyHaveUniqueItems();
    }

    [TestCase("pending", "pending", false)]
    [TestCase("pending", "active", false, TestName = "An unknown word is no news")]
    [TestCase("pending", "", false)]
    [TestCase("pending", "pending_manual", true)]
    [TestCase("pending_manual", "pending", false)]
    [TestCase("pending", "partial", true)]
    [TestCase("partial", "partial", false)]
    [TestCase("partial", "pending", false)]
    [TestCase("partial", "success", true)]
    [TestCase("pending", "failed", true)]
    [TestCase("pending", "disputed", true)]
    [TestCase("succeeded", "failed", false)]
    public void Only_what_says_more_than_the_record_is_news(string known, string told, bool isNews) =>
        (ReconciledEvent.Create(Known with { Status = new(known) }, new(told)) is not null).Should().Be(isNews);

    [TestCase("refunded", "succeeded", 19.99, true)]
    [TestCase("refunded", "succeeded", 25, true)]
    [TestCase("refunded", "succeeded", 5, null)]
    [TestCase("refunded", "pending", 19.99, null, TestName = "What the ledger has not seen paid may be more")]
    [TestCase("partially_refunded", "succeeded", 5, false)]
    public void What_went_back_is_a_total_and_full_only_where_nothing_else_is_possible(string told, string known, decimal amount, bool? isFull)
    {
        var answer = ReconciledEvent.Create(Known with { Status = new(known), Amount = 19.99m, Currency = "USD" }, new(told), amount, "usd", Time)!;

        (answer.Status.Value, answer.Amount).Should().Be((told, amount));
        answer.Refund.Should().Be(new PaymentRefund { TotalAmount = amount, IsFull = isFull, Status = RefundStatus.Succeeded });
    }

    [Test]
    public void An_amount_in_another_currency_does_not_tell_whether_all_went_back() =>
        ReconciledEvent.Create(Known with { Status = PaymentStatus.Succeeded, Amount = 19.99m, Currency = "EUR" }, PaymentStatus.Refunded, 19.99m, "USD")!
            .Refund!.IsFull.Should().BeNull();

    [Test]
    public void A_refund_without_an_amount_is_one_nevertheless() =>
        ReconciledEvent.Create(Known, PaymentStatus.Refunded)!.Refund.Should().Be(new PaymentRefund { Status = RefundStatus.Succeeded });

    [Test]
    public void An_answer_that_says_disputed_tells_of_an_open_dispute()
    {
        var answer = ReconciledEvent.Create(Known, PaymentStatus.Disputed, 5m, "USD")!;

        answer.Dispute.Should().Be(new PaymentDispute { Outcome = DisputeOutcome.Open, Amount = 5m });
        answer.Refund.Should().BeNull();
    }

    [Test]
    public void What_the_providers_own_mapper_has_read_stays()
    {
        var refund = new PaymentRefund { Id = "re_1", Amount = 5m, Status = RefundStatus.Succeeded };
        var read = ReconciledEvent.Create(Known, PaymentStatus.Refunded, 5m, "USD")! with { Refund = refund };

        ReconciledEvent.From(Known, read)!.Refund.Should().Be(refund);
    }

    [Test]
    public void Without_a_transaction_the_metadata_stay() =>
        ReconciledEvent.Create(Known with { TransactionId = null }, PaymentStatus.Failed)!.Metadata.Should().Equal(Known.Metadata);
}
