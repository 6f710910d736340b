using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Providers.Square.Mapping;

namespace CoinMoebius.Sdk.Providers.Square;

/// <summary>
/// Maps Square's events to neutral events. Fields: developer.squareup.com/reference/square/webhooks and the objects it links
/// (Payment, PaymentRefund, Dispute, Subscription, Invoice).
/// </summary>
internal static class SquareEventMapper
{
    public static WebhookEvent Map(JsonElement root, in ReadOnlyMemory<byte> rawBody)
    {
        var head = new WebhookEventHead(
            PaymentProvider.Square,
            root.At("event_id").Text() ?? ContentDigest.EventId(rawBody.Span),
            root.At("type").Text() ?? "",
            rawBody,
            OccurredAt: root.At("created_at").IsoTime(),
            Owner: root.At("merchant_id").Text());
        var data = root.At("data", "object");

        return Meaning(head, data) ?? new UnmappedEvent(head) { Metadata = SquareIds.Of(data) };
    }

    /// <summary>Returns the event, or null when it is not about an identified payment or subscription.</summary>
    private static WebhookEvent? Meaning(in WebhookEventHead head, JsonElement data) => head.EventType switch
    {
        SquareEventTypes.PaymentCreated or SquareEventTypes.PaymentUpdated => Payment(head, data.At("payment")),
        SquareEventTypes.RefundCreated or SquareEventTypes.RefundUpdated => Refund(head, data.At("refund")),
        SquareEventTypes.DisputeCreated => Dispute(head, data.At("dispute"), isNew: true),
        SquareEventTypes.DisputeStateUpdated or SquareEventTypes.DisputeStateChanged => Dispute(head, data.At("dispute"), isNew: false),
        SquareEventTypes.SubscriptionCreated => SquareSubscriptions.Change(head, data.At("subscription"), SubscriptionEventType.Created),
        SquareEventTypes.SubscriptionUpdated => SquareSubscriptions.Change(head, data.At("subscription"), SubscriptionEventType.Updated),
        SquareEventTypes.InvoicePaymentMade => SquareSubscriptions.PaidInvoice(head, data.At("invoice")),
        SquareEventTypes.InvoiceScheduledChargeFailed => SquareSubscriptions.FailedInvoice(head, data.At("invoice")),
        _ => null,
    };

    private static PaymentEvent? Payment(in WebhookEventHead head, JsonElement payment)
    {
        if (payment.At("id").Text() is not { } paymentId)
        {
            return null;
        }

        // The total includes the tip, which amount_money does not; refunds and disputes refer to the total.
        var total = SquareMoney.From(payment.At("total_money")) ?? SquareMoney.From(payment.At("amount_money"));
        var orderId = payment.At("order_id").Text();
        var metadata = default(EventMetadata);
        metadata.Set("orderId", orderId);
        SetIfAny(ref metadata, "tipAmount", payment.At("tip_money"));

        // Refunds have their own events, so they do not change the status here.
        SetIfAny(ref metadata, "refundedAmount", payment.At("refunded_money"));
        return new(head, StatusOf(payment.At("status").Text()), paymentId)
        {
            Amount = total?.Amount,
            Currency = total?.Currency,
            CheckoutId = orderId,
            CustomerRef = payment.At("customer_id").Text(),
            Reference = payment.At("reference_id").Text(),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static void SetIfAny(ref EventMetadata metadata, string name, JsonElement money)
    {
        if (SquareMoney.From(money) is { Amount: > 0 and var amount })
        {
            metadata.Set(name, amount.ToString(CultureInfo.InvariantCulture));
        }
    }

    // APPROVED is authorized, not captured.
    private static PaymentStatus StatusOf(string? status) => status switch
    {
        "COMPLETED" => PaymentStatus.Succeeded,
        "FAILED" or "CANCELED" => PaymentStatus.Failed,
        _ => PaymentStatus.Pending,
    };

    // A pending refund does not change the payment. Square does not state whether a refund is full.
    private static PaymentEvent? Refund(in WebhookEventHead head, JsonElement refund)
    {
        RefundStatus? status = refund.At("status").Text() switch
        {
            "COMPLETED" => RefundStatus.Succeeded,
            "REJECTED" or "FAILED" => RefundStatus.Failed,
            _ => null,
        };
        if (status is not { } known || refund.At("payment_id").Text() is not { } paymentId)
        {
            return null;
        }

        var money = SquareMoney.From(refund.At("amount_money"));
        var refundId = refund.At("id").Text();
        var reason = refund.At("reason").Text();
        var metadata = default(EventMetadata);
        metadata.Set("refundId", refundId);
        metadata.Set("orderId", refund.At("order_id").Text());
        metadata.Set("reason", reason);
        return new(head, known == RefundStatus.Succeeded ? PaymentStatus.Refunded : PaymentStatus.Succeeded, paymentId)
        {
            Amount = money?.Amount,
            Currency = money?.Currency,
            Refund = new() { Id = refundId, Amount = money?.Amount, Status = known, Reason = reason },
            Metadata = metadata.ToDictionary(),
        };
    }

    private static PaymentEvent? Dispute(in WebhookEventHead head, JsonElement dispute, bool isNew)
    {
        var state = dispute.At("state").Text();
        if (OutcomeOf(state, isNew) is not { } outcome || dispute.At("disputed_payment", "payment_id").Text() is not { } paymentId)
        {
            return null;
        }

        var money = SquareMoney.From(dispute.At("amount_money"));
        var disputeId = SquareIds.OfDispute(dispute);
        var reason = dispute.At("reason").Text();
        var metadata = default(EventMetadata);
        metadata.Set("disputeId", disputeId);
        metadata.Set("reason", reason);
        metadata.Set("state", state);
        return new(head, outcome == DisputeOutcome.Won ? PaymentStatus.Succeeded : PaymentStatus.Disputed, paymentId)
        {
            Amount = money?.Amount,
            Currency = money?.Currency,
            Dispute = new()
            {
                Id = disputeId,
                Amount = money?.Amount,
                Reason = reason,
                Outcome = outcome,
                IsInquiry = state is "INQUIRY_EVIDENCE_REQUIRED" or "INQUIRY_PROCESSING" or "INQUIRY_CLOSED",
                RespondBy = dispute.At("due_at").IsoTime(),
            },
            Metadata = metadata.ToDictionary(),
        };
    }

    // A new dispute is open, even in an unknown state.
    private static DisputeOutcome? OutcomeOf(string? state, bool isNew) => state switch
    {
        "INQUIRY_EVIDENCE_REQUIRED" or "INQUIRY_PROCESSING" or "EVIDENCE_REQUIRED" or "PROCESSING" => DisputeOutcome.Open,
        "INQUIRY_CLOSED" or "WON" => DisputeOutcome.Won,
        "LOST" or "ACCEPTED" => DisputeOutcome.Lost,
        _ => isNew ? DisputeOutcome.Open : null,
    };
}
