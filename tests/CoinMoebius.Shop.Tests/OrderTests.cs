using System.Globalization;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Manual;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Time.Testing;
using Shop;

namespace CoinMoebius.Shop.Tests;

/// <summary>What an order makes of the ledger's row.</summary>
public sealed class OrderTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);
    private static readonly Order New = new("order-1", new("mug", "Mug", "", 14.00m, "USD", ""), "stripe", "tx_1", Now);
    private static readonly PaymentRecord Paid = Row("succeeded");

    [Test]
    public void The_whole_price_pays()
    {
        var order = New.Apply(Paid);

        order.Should().BeEquivalentTo(New with { Status = "succeeded", PaymentId = "pi_1", AmountPaid = 14m, PaidCurrency = "USD" });
        order.IsPaid.Should().BeTrue();
        New.IsPaid.Should().BeFalse();
    }

    [TestCase("13.99", "USD", TestName = "Too_little_money_goes_to_review")]
    [TestCase("14.00", "EUR", TestName = "Another_currency_goes_to_review")]
    [TestCase(null, null, TestName = "Money_of_unknown_amount_goes_to_review")]
    public void Money_that_is_not_the_price_goes_to_review(string? amount, string? currency)
    {
        // Of a checkout that was expected, the row's amount is what was asked, and says nothing of what came.
        var wrong = Paid with { AmountPaid = amount is null ? null : decimal.Parse(amount, CultureInfo.InvariantCulture), Currency = currency };

        New.Apply(wrong).Should().Match<Order>(order => order.Status == Order.Review && !order.IsPaid);
        New.Apply(wrong with { Status = PaymentStatus.PartiallyRefunded }).Status.Should().Be(Order.Review, "what is left of it is not the price either");
    }

    [TestCase("14.00", "USD", "succeeded")]
    [TestCase("13.99", "USD", "review")]
    [TestCase("14.00", "EUR", "review")]
    public void A_payment_in_a_coin_is_compared_by_what_was_asked(string priced, string currency, string status)
    {
        var coins = Paid with { AmountPaid = 0.0875m, Currency = "XMR", PricedAmount = decimal.Parse(priced, CultureInfo.InvariantCulture), PricedCurrency = currency };

        New.Apply(coins).Should().Match<Order>(order => order.Status == status && order.AmountPaid == 0.0875m && order.PaidCurrency == "XMR");
    }

    [Test]
    public void A_payment_of_test_mode_pays_only_where_that_is_accepted()
    {
        var test = Paid with { IsTest = true };

        New.Apply(test).Status.Should().Be(Order.Review);
        New.Apply(test, acceptTest: true).Status.Should().Be("succeeded");
        New.Apply(test with { IsTest = false }).Status.Should().Be("succeeded");
    }

    [Test]
    public void More_than_the_price_pays() => New.Apply(Paid with { AmountPaid = 15m }).Status.Should().Be("succeeded");

    [Test]
    public void The_order_stands_where_its_payment_stands_also_when_that_leads_back([Values("pending", "disputed", "refunded", "reversed")] string before) =>
        New.Apply(Row(before)).Apply(Paid).Status.Should().Be("succeeded");

    [Test]
    public void What_went_back_and_how_a_dispute_stands_is_the_ledgers_word()
    {
        var part = New.Apply(Row("partially_refunded") with { AmountRefunded = 5m });
        part.Should().Match<Order>(order => order.IsPaid && order.AmountRefunded == 5m && order.AmountPaid == 14m && order.Dispute == null);

        var disputed = part.Apply(Row("disputed") with { AmountRefunded = 5m, Dispute = new() { Outcome = DisputeOutcome.Open } });
        disputed.Should().Match<Order>(order => !order.IsPaid && order.Status == "disputed" && order.Dispute == "open");

        disputed.Apply(Row("partially_refunded") with { AmountRefunded = 5m }).Should().BeEquivalentTo(part, "the dispute was won");
    }

    [TestCase("pending", "failed", "failed")]
    [TestCase("failed", "pending", "failed")]
    [TestCase("failed", "succeeded", "succeeded")]
    [TestCase("succeeded", "failed", "succeeded")]
    [TestCase("refunded", "succeeded", "succeeded", TestName = "What_went_back_before_the_goods_went_out_does_not_keep_another_payment_from_paying")]
    public void Of_two_attempts_the_one_counts_that_has_come_further(string first, string second, string status) =>
        New.Apply(Row(first)).Apply(Row(second, "pi_2")).Status.Should().Be(status);

    [Test]
    public void Once_the_goods_are_on_their_way_no_other_payment_counts([Values("succeeded", "refunded", "disputed")] string status)
    {
        var shipped = New.Apply(Paid) with { ShippedAt = Now };

        shipped.Apply(Row(status, "pi_2") with { AmountRefunded = 1m }).Should().BeSameAs(shipped);
        shipped.Apply(Row("refunded")).Apply(Row("succeeded", "pi_2")).Status.Should().Be("refunded");
    }

    [Test]
    public void A_checkout_or_a_transaction_is_the_payment_that_it_leads_to([Values("cs_1", "tx_1")] string early)
    {
        var order = New.Apply(Row("succeeded", early)) with { ShippedAt = Now };

        order.Apply(Row("refunded") with { CheckoutId = "cs_1", TransactionId = "tx_1" })
            .Should().Match<Order>(after => after.Status == "refunded" && after.PaymentId == "pi_1");
    }

    [Test]
    public void A_review_is_ended_by_a_refund_or_a_payment_that_is_right()
    {
        var review = New.Apply(Row("succeeded") with { AmountPaid = 1m });

        review.Apply(Row("succeeded", "pi_2") with { AmountPaid = 13m }).Should().BeSameAs(review);
        review.Apply(Row("disputed", "pi_2")).Should().BeSameAs(review);
        review.Apply(Row("succeeded", "pi_2")).Status.Should().Be("succeeded", "anybody can send a cent in the name of an order");
        review.Apply(Row("refunded") with { AmountPaid = 1m }).Status.Should().Be("refunded");
    }

    [Test]
    public void A_letter_stands_where_the_shop_has_put_it()
    {
        var clock = new FakeTimeProvider();
        var expired = ManualPayment.Create(
            new() { OrderId = "order-1", ExpectedAmount = 14m, Currency = "USD", ReferenceCode = PayByMail.Codes.Create() }, clock);
        clock.Advance(TimeSpan.FromDays(31));
        expired = expired.Expire(clock.GetUtcNow());
        var reopened = expired.Reopen("clerk", clock.GetUtcNow());

        (New with { Letter = expired }).Apply(Row("manual_expired")).Status.Should().Be("manual_expired");
        (New with { Letter = reopened }).Apply(Row("manual_expired")).Status.Should().Be("pending_manual", "the ledger keeps the furthest that a payment has come");
        (New with { Letter = reopened.MarkReceived(10m, "USD", "clerk", clock.GetUtcNow(), acceptDifference: true) }).Apply(Paid with { AmountPaid = 10m })
            .Status.Should().Be("succeeded", "a person has said that it will do");
    }

    [Test]
    public void An_unknown_status_is_shown_but_never_paid() =>
        New.Apply(Row("a_status_of_next_year")).Should().Match<Order>(order => order.Status == "a_status_of_next_year" && !order.IsPaid);

    private static PaymentRecord Row(string status, string paymentId = "pi_1") => new()
    {
        Provider = PaymentProvider.Stripe,
        PaymentId = paymentId,
        Status = new(status),
        Amount = 14m,
        AmountPaid = status is "pending" or "failed" ? null : 14m,
        Currency = "USD",
        LastEventId = "evt_1",
        CreatedAt = Now,
        UpdatedAt = Now,
    };
}
