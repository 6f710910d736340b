using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Webhooks;

public sealed class PaymentStatusRulesTests
{
    private static readonly PaymentEvent Success = new()
    {
        Provider = PaymentProvider.Stripe,
        EventId = "evt_1",
        EventType = "e",
        Status = PaymentStatus.Succeeded,
        PaymentId = "pi_1",
        Amount = 5m,
    };

    private static readonly PaymentEvent Won = Success with { Dispute = new() { Outcome = DisputeOutcome.Won } };

    private static readonly PaymentEvent RefundFailed = Success with { Refund = new() { Status = RefundStatus.Failed } };

    [TestCase("pending", true)]
    [TestCase("failed", true)]
    [TestCase("partial", true)]
    [TestCase("succeeded", true)]
    [TestCase("partially_refunded", false)]
    [TestCase("refunded", false)]
    [TestCase("reversed", false)]
    [TestCase("manual_revoked", false)]
    [TestCase("disputed", false)]
    public void A_success_replaces_what_comes_before_it_and_nothing_that_comes_after(string known, bool expected) =>
        PaymentStatusRules.Replaces(new(known), Success).Should().Be(expected);

    [TestCase("disputed", true)]
    [TestCase("refunded", false)]
    [TestCase("partially_refunded", false)]
    [TestCase("reversed", false)]
    public void A_dispute_won_takes_back_the_dispute_alone(string known, bool expected) =>
        PaymentStatusRules.Replaces(new(known), Won).Should().Be(expected);

    [TestCase("refunded", true)]
    [TestCase("partially_refunded", true)]
    [TestCase("disputed", false)]
    [TestCase("reversed", false)]
    public void A_refund_that_failed_takes_back_the_refund_alone(string known, bool expected) =>
        PaymentStatusRules.Replaces(new(known), RefundFailed).Should().Be(expected);

    [TestCase("failed")]
    [TestCase("manual_expired")]
    [TestCase("partial")]
    [TestCase("pending")]
    public void A_failure_never_replaces_money(string told) =>
        PaymentStatusRules.Replaces(PaymentStatus.Succeeded, Success with { Status = new(told) }).Should().BeFalse();

    [Test]
    public void What_does_not_say_that_the_money_is_back_takes_nothing_back()
    {
        PaymentStatusRules.TakenBackBy(Success).Should().BeNull();
        PaymentStatusRules.TakenBackBy(Won with { Dispute = new() { Outcome = DisputeOutcome.Open } }).Should().BeNull();
        PaymentStatusRules.TakenBackBy(Won with { Status = PaymentStatus.Disputed }).Should().BeNull();
        PaymentStatusRules.TakenBackBy(RefundFailed with { Refund = new() { Status = RefundStatus.Succeeded } }).Should().BeNull();
    }

    [Test]
    public void The_amount_of_what_is_taken_back_is_not_what_was_paid()
    {
        PaymentStatusRules.AmountOf(Success).Should().Be(5m);
        PaymentStatusRules.AmountOf(Won).Should().BeNull();
        PaymentStatusRules.AmountOf(RefundFailed).Should().BeNull();
    }
}
