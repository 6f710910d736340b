using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using Shop;

namespace CoinMoebius.Shop.Tests;

public sealed class OrderTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);
    private static readonly Order New = new("order-1", new("mug", "Mug", "", 14.00m, "USD", ""), "stripe", "tx_1", Now);

    [Test]
    public void The_whole_price_pays()
    {
        var order = New.Apply(Event(PaymentStatus.Succeeded), Now);

        order.Status.Should().Be("succeeded");
        order.History.Should().Equal(new OrderEntry(Now, "test", "succeeded", 14.00m, "USD"));
        New.Status.Should().Be("new");
    }

    [TestCase("13.99", "USD", TestName = "Too_little_money_goes_to_review")]
    [TestCase("14.00", "EUR", TestName = "Another_currency_goes_to_review")]
    [TestCase(null, null, TestName = "Money_of_unknown_amount_goes_to_review")]
    public void Money_that_is_not_the_price_goes_to_review(string? amount, string? currency)
    {
        var wrong = Event(PaymentStatus.Succeeded) with { Amount = amount is null ? null : decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Currency = currency };

        New.Apply(wrong, Now).Status.Should().Be(Order.Review);
    }

    [Test]
    public void A_payment_of_test_mode_pays_only_where_that_is_accepted()
    {
        var test = Event(PaymentStatus.Succeeded) with { IsTest = true };

        New.Apply(test, Now).Status.Should().Be(Order.Review);
        New.Apply(test, Now, acceptTest: true).Status.Should().Be("succeeded");
        New.Apply(test with { IsTest = false }, Now).Status.Should().Be("succeeded");
    }

    [Test]
    public void More_than_the_price_pays() => New.Apply(Event(PaymentStatus.Succeeded) with { Amount = 15m }, Now).Status.Should().Be("succeeded");

    [TestCase("succeeded", "pending")]
    [TestCase("succeeded", "partial")]
    [TestCase("succeeded", "a_status_of_next_year")]
    [TestCase("failed", "pending")]
    [TestCase("refunded", "succeeded")]
    [TestCase("refunded", "failed")]
    [TestCase("disputed", "succeeded")]
    [TestCase("partial", "pending")]
    public void A_late_delivery_never_turns_an_order_back(string status, string late)
    {
        var order = New.Apply(Event(new(status)), Now).Apply(Event(new(late)), Now);

        order.Status.Should().Be(status);
        order.History.Select(entry => entry.Status).Should().Equal(status, late);
    }

    [TestCase("pending", "succeeded")]
    [TestCase("partial", "succeeded")]
    [TestCase("failed", "succeeded")]
    [TestCase("succeeded", "failed")]
    [TestCase("succeeded", "refunded")]
    [TestCase("refunded", "disputed")]
    public void A_later_event_moves_an_order_on(string status, string next) =>
        New.Apply(Event(new(status)), Now).Apply(Event(new(next), minutes: 1), Now).Status.Should().Be(next);

    [TestCase("succeeded", "failed")]
    [TestCase("disputed", "refunded")]
    public void Of_two_events_of_one_rank_the_one_that_happened_later_counts(string status, string earlier) =>
        New.Apply(Event(new(status), minutes: 1), Now).Apply(Event(new(earlier)), Now).Status.Should().Be(status);

    [Test]
    public void A_paid_order_stays_paid_when_more_money_comes() =>
        New.Apply(Event(PaymentStatus.Succeeded), Now).Apply(Event(PaymentStatus.Succeeded, minutes: 1) with { Amount = 1m }, Now)
            .Status.Should().Be("succeeded");

    [Test]
    public void A_review_is_ended_by_a_refund_or_a_payment_that_is_right()
    {
        var review = New.Apply(Event(PaymentStatus.Succeeded) with { Amount = 1m }, Now);

        review.Apply(Event(PaymentStatus.Succeeded, minutes: 1) with { Amount = 13m }, Now).Status.Should().Be(Order.Review);
        review.Apply(Event(PaymentStatus.Succeeded, minutes: 1), Now).Status.Should().Be("succeeded", "anybody can send a cent in the name of an order");
        review.Apply(Event(PaymentStatus.Refunded, minutes: 1), Now).Status.Should().Be("refunded");
    }

    [Test]
    public void An_unknown_status_is_shown_but_never_paid() =>
        New.Apply(Event(new("a_status_of_next_year")), Now).Status.Should().Be("a_status_of_next_year");

    private static PaymentEvent Event(PaymentStatus status, int minutes = 0) => new()
    {
        Provider = PaymentProvider.Stripe,
        EventId = $"evt_{status}_{minutes}",
        EventType = "test",
        Status = status,
        PaymentId = "pi_1",
        Amount = 14.00m,
        Currency = "USD",
        OccurredAt = Now.AddMinutes(minutes),
    };
}
