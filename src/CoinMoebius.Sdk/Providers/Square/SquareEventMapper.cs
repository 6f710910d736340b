using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks.Json;
using CoinMoebius.Sdk.Webhooks.Signatures;

namespace CoinMoebius.Sdk.Providers.Square;

/// <summary>
/// Gives Square's events their neutral meaning. Fields: developer.squareup.com/reference/square/webhooks and the objects it links
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

        return head.EventType switch
        {
            SquareEventTypes.PaymentCreated or SquareEventTypes.PaymentUpdated => Payment(head, data.At("payment")),
            SquareEventTypes.RefundCreated or SquareEventTypes.RefundUpdated => Refund(head, data.At("refund")),
            SquareEventTypes.DisputeCreated => Dispute(head, data.At("dispute"), isNew: true),
            SquareEventTypes.DisputeStateUpdated or SquareEventTypes.DisputeStateChanged => Dispute(head, data.At("dispute"), isNew: false),
            SquareEventTypes.SubscriptionCreated => Subscription(head, data.At("subscription"), SubscriptionEventType.Created),
            SquareEventTypes.SubscriptionUpdated => Subscription(head, data.At("subscription"), SubscriptionEventType.Updated),
            SquareEventTypes.InvoicePaymentMade => PaidInvoice(head, data.At("invoice")),
            SquareEventTypes.InvoiceScheduledChargeFailed => FailedInvoice(head, data.At("invoice")),
            _ => new UnmappedEvent(head),
        };
    }

    private static WebhookEvent Payment(in WebhookEventHead head, JsonElement payment)
    {
        if (payment.At("id").Text() is not { } paymentId)
        {
            return new UnmappedEvent(head);
        }

        // The total has the tip, which amount_money leaves out; refunds and disputes count from the total.
        var total = Money.From(payment.At("total_money")) ?? Money.From(payment.At("amount_money"));
        var metadata = default(EventMetadata);
        metadata.Set("orderId", payment.At("order_id").Text());
        if (Money.From(payment.At("tip_money")) is { Amount: > 0 and var tip })
        {
            metadata.Set("tipAmount", tip.ToString(CultureInfo.InvariantCulture));
        }

        return new PaymentEvent(head, StatusOf(payment.At("status").Text()), paymentId)
        {
            Amount = total?.Amount,
            Currency = total?.Currency,
            CustomerRef = payment.At("customer_id").Text(),
            Reference = payment.At("reference_id").Text(),
            Metadata = metadata.ToDictionary(),
        };
    }

    // APPROVED is authorized, not captured.
    private static PaymentStatus StatusOf(string? status) => status switch
    {
        "COMPLETED" => PaymentStatus.Succeeded,
        "FAILED" or "CANCELED" => PaymentStatus.Failed,
        _ => PaymentStatus.Pending,
    };

    // A refund that is pending or came to nothing says nothing about the payment, which stays as it is.
    private static WebhookEvent Refund(in WebhookEventHead head, JsonElement refund)
    {
        var status = refund.At("status").Text();
        var paymentId = refund.At("payment_id").Text();
        var metadata = default(EventMetadata);
        metadata.Set("refundId", refund.At("id").Text());
        metadata.Set("orderId", refund.At("order_id").Text());
        metadata.Set("reason", refund.At("reason").Text());
        if (status != "COMPLETED" || paymentId is null)
        {
            metadata.Set("status", status);
            metadata.Set("paymentId", paymentId);
            return new UnmappedEvent(head) { Metadata = metadata.ToDictionary() };
        }

        var money = Money.From(refund.At("amount_money"));
        return new PaymentEvent(head, PaymentStatus.Refunded, paymentId)
        {
            Amount = money?.Amount,
            Currency = money?.Currency,
            Metadata = metadata.ToDictionary(),
        };
    }

    private static WebhookEvent Dispute(in WebhookEventHead head, JsonElement dispute, bool isNew)
    {
        var state = dispute.At("state").Text();
        var paymentId = dispute.At("disputed_payment", "payment_id").Text();
        var metadata = default(EventMetadata);
        metadata.Set("disputeId", dispute.At("id").Text() ?? dispute.At("dispute_id").Text());
        metadata.Set("reason", dispute.At("reason").Text());
        metadata.Set("state", state);
        if (paymentId is null || !IsOpen(state, isNew))
        {
            metadata.Set("paymentId", paymentId);
            return new UnmappedEvent(head) { Metadata = metadata.ToDictionary() };
        }

        var money = Money.From(dispute.At("amount_money"));
        return new PaymentEvent(head, PaymentStatus.Disputed, paymentId)
        {
            Amount = money?.Amount,
            Currency = money?.Currency,
            Metadata = metadata.ToDictionary(),
        };
    }

    // A dispute that has just begun is open, whatever a new state of it is called.
    private static bool IsOpen(string? state, bool isNew) => state switch
    {
        "INQUIRY_EVIDENCE_REQUIRED" or "INQUIRY_PROCESSING" or "EVIDENCE_REQUIRED" or "PROCESSING" => true,
        "INQUIRY_CLOSED" or "WON" or "LOST" or "ACCEPTED" => false,
        _ => isNew,
    };

    private static WebhookEvent Subscription(in WebhookEventHead head, JsonElement subscription, SubscriptionEventType type)
    {
        if (subscription.At("id").Text() is not { } id)
        {
            return new UnmappedEvent(head);
        }

        // A cancellation has no event of its own. COMPLETED is a plan that has run its course.
        var (meaning, status) = subscription.At("status").Text() switch
        {
            "ACTIVE" => (type, SubscriptionStatus.Active),
            "PAUSED" => (SubscriptionEventType.Updated, SubscriptionStatus.Paused),
            "CANCELED" or "DEACTIVATED" or "COMPLETED" => (SubscriptionEventType.Canceled, SubscriptionStatus.Canceled),
            _ => (type, SubscriptionStatus.Unknown),
        };
        var price = Money.From(subscription.At("price_override_money"));
        return new SubscriptionEvent(head, meaning, status, id)
        {
            ProductId = subscription.At("plan_variation_id").Text() ?? subscription.At("plan_id").Text(),
            CustomerRef = subscription.At("customer_id").Text(),
            CurrentPeriodEnd = subscription.At("charged_through_date").IsoTime(),
            Amount = price?.Amount,
            Currency = price?.Currency,
        };
    }

    // The event also tells of a part, or of a transfer that has not arrived; a renewal is an invoice that is paid.
    private static WebhookEvent PaidInvoice(in WebhookEventHead head, JsonElement invoice) =>
        invoice.At("status").Text() is null or "PAID" or "PARTIALLY_REFUNDED" or "REFUNDED"
            ? Cycle(head, invoice, SubscriptionEventType.Renewed, SubscriptionStatus.Active, "total_completed_amount_money")
            : new UnmappedEvent(head) { Metadata = Details(invoice).ToDictionary() };

    private static WebhookEvent FailedInvoice(in WebhookEventHead head, JsonElement invoice) =>
        Cycle(head, invoice, SubscriptionEventType.PaymentFailed, SubscriptionStatus.PastDue, "computed_amount_money");

    private static WebhookEvent Cycle(
        in WebhookEventHead head, JsonElement invoice, SubscriptionEventType type, SubscriptionStatus status, string amountField)
    {
        var metadata = Details(invoice).ToDictionary();
        if (invoice.At("subscription_id").Text() is not { } subscriptionId)
        {
            // Payments of other invoices arrive as payments.
            return new UnmappedEvent(head) { Metadata = metadata };
        }

        var request = invoice.At("payment_requests").First();
        var money = Money.From(request.At(amountField)) ?? Money.From(request.At("computed_amount_money"));
        return new SubscriptionEvent(head, type, status, subscriptionId)
        {
            CustomerRef = invoice.At("primary_recipient", "customer_id").Text(),
            Amount = money?.Amount,
            Currency = money?.Currency,
            Metadata = metadata,
        };
    }

    private static EventMetadata Details(JsonElement invoice)
    {
        var metadata = default(EventMetadata);
        metadata.Set("invoiceId", invoice.At("id").Text());
        metadata.Set("invoiceNumber", invoice.At("invoice_number").Text());
        metadata.Set("orderId", invoice.At("order_id").Text());
        metadata.Set("status", invoice.At("status").Text());
        return metadata;
    }

    /// <summary>An amount in the smallest unit and its currency (developer.squareup.com/docs/build-basics/working-with-monetary-amounts).</summary>
    private readonly record struct Money(decimal Amount, string Currency)
    {
        public static Money? From(JsonElement money) =>
            money.At("amount").Whole() is { } minor && money.At("currency").Currency() is { } currency
                ? new Money(CurrencyUnits.ToMajor(minor, currency), currency)
                : null;
    }
}
