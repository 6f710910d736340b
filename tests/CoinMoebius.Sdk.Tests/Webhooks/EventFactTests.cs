using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Webhooks;

/// <summary>Which events tell the same fact, so that one of them is the first.</summary>
public sealed class EventFactTests
{
    private static readonly PaymentEvent Paid = new()
    {
        Provider = PaymentProvider.Stripe,
        EventId = "evt_1",
        EventType = "",
        PaymentId = "pi_1",
        Status = PaymentStatus.Succeeded,
    };

    private static readonly SubscriptionEvent Renewed = new()
    {
        Provider = PaymentProvider.Stripe,
        EventId = "evt_1",
        EventType = "",
        SubscriptionId = "sub_1",
        Type = SubscriptionEventType.Renewed,
        Status = SubscriptionStatus.Active,
    };

    [Test]
    public void A_payment_is_told_once_for_each_status()
    {
        Of(Paid).Should().Be(Of(Paid with { EventId = "evt_2" })).And.NotBe(Of(Paid with { Status = PaymentStatus.Failed })).And.NotBe(Of(Paid with { PaymentId = "pi_2" }));
    }

    [Test]
    public void A_refund_is_told_by_its_id_and_what_has_become_of_it_and_without_an_id_by_its_event()
    {
        var refund = Paid with { Refund = new() { Id = "re_1", Status = RefundStatus.Succeeded } };

        Of(refund).Should().Be(Of(refund with { EventId = "evt_2", Status = PaymentStatus.Refunded })).And.NotBe(Of(Paid));
        Of(refund).Should().NotBe(Of(refund with { Refund = refund.Refund! with { Status = RefundStatus.Failed } }))
            .And.NotBe(Of(refund with { Refund = refund.Refund! with { Id = "re_2" } }));
        var nameless = refund with { Refund = refund.Refund! with { Id = null } };
        Of(nameless).Should().NotBe(Of(nameless with { EventId = "evt_2" }));
    }

    [Test]
    public void A_dispute_is_told_by_its_id_and_outcome_and_is_no_second_success()
    {
        var dispute = Paid with { Dispute = new() { Id = "dp_1", Outcome = DisputeOutcome.Won } };

        Of(dispute).Should().Be(Of(dispute with { EventId = "evt_2" })).And.NotBe(Of(Paid))
            .And.NotBe(Of(dispute with { Dispute = dispute.Dispute! with { Outcome = DisputeOutcome.Open } }));
        (Paid.IsPaid, dispute.IsPaid, (Paid with { Refund = new() { Status = RefundStatus.Failed } }).IsPaid).Should().Be((true, false, false));
    }

    [Test]
    public void A_subscription_is_told_by_its_charge_else_by_the_period_else_by_the_event()
    {
        var charged = Renewed with { ChargeId = "in_1" };
        var period = Renewed with { CurrentPeriodEnd = DateTimeOffset.UnixEpoch };

        Of(charged).Should().Be(Of(charged with { EventId = "evt_2" })).And.NotBe(Of(charged with { ChargeId = "in_2" }))
            .And.NotBe(Of(charged with { Type = SubscriptionEventType.PaymentFailed }));
        Of(period).Should().Be(Of(period with { EventId = "evt_2" })).And.NotBe(Of(period with { CurrentPeriodEnd = DateTimeOffset.UnixEpoch.AddDays(30) }));
        Of(Renewed).Should().NotBe(Of(Renewed with { EventId = "evt_2" }));
    }

    private static EventFact? Of(WebhookEvent told) => EventFact.Of(told);
}
