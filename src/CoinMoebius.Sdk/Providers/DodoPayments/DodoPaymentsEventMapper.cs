using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Webhooks.StandardWebhooks;

namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>
/// Maps Dodo Payments' events to neutral events. The event's type counts, not <c>data.status</c>, which has the state at the time of the
/// delivery and may be ahead of the event. Source: docs.dodopayments.com/developer-resources/webhooks and the event pages below it.
/// </summary>
internal static class DodoPaymentsEventMapper
{
    private const string SubscriptionEvents = "subscription.";

    public static WebhookEvent Map(JsonElement root, in StandardMessage message)
    {
        var head = message.ToHead(root) with { Owner = root.At("business_id").Text() };
        var data = root.At("data");
        return Meaning(head, data) ?? new UnmappedEvent(head) { Metadata = Ids(data) };
    }

    /// <summary>Returns the event, or null when it is not about an identified payment or subscription.</summary>
    private static WebhookEvent? Meaning(in WebhookEventHead head, JsonElement data) => head.EventType switch
    {
        DodoPaymentsEventTypes.PaymentSucceeded => Charge(head, data, PaymentStatus.Succeeded),
        DodoPaymentsEventTypes.PaymentProcessing => Charge(head, data, PaymentStatus.Pending),
        DodoPaymentsEventTypes.PaymentFailed or DodoPaymentsEventTypes.PaymentCancelled => Charge(head, data, PaymentStatus.Failed),
        DodoPaymentsEventTypes.RefundSucceeded => Refund(head, data, RefundStatus.Succeeded),
        DodoPaymentsEventTypes.RefundFailed => Refund(head, data, RefundStatus.Failed),
        DodoPaymentsEventTypes.DisputeOpened => Dispute(head, data, DisputeOutcome.Open),
        DodoPaymentsEventTypes.DisputeWon or DodoPaymentsEventTypes.DisputeCancelled => Dispute(head, data, DisputeOutcome.Won),
        DodoPaymentsEventTypes.DisputeLost or DodoPaymentsEventTypes.DisputeAccepted => Dispute(head, data, DisputeOutcome.Lost),
        var type when type.StartsWith(SubscriptionEvents, StringComparison.Ordinal) => Subscription(head, data),
        _ => null,
    };

    // Storing or replacing a payment method creates a separate payment, which buys nothing.
    private static PaymentEvent? Charge(in WebhookEventHead head, JsonElement data, PaymentStatus status)
    {
        if (data.At("is_update_payment_method").IsTrue())
        {
            return null;
        }

        var metadata = EventMetadata.From(data.At("metadata"));
        metadata.Set("subscriptionId", data.At("subscription_id").Text());
        metadata.Set("checkoutSessionId", data.At("checkout_session_id").Text());
        metadata.Set("errorCode", data.At("error_code").Text());
        return Payment(head, data, status, "total_amount", metadata);
    }

    private static PaymentEvent? Refund(in WebhookEventHead head, JsonElement data, RefundStatus status)
    {
        var refundId = data.At("refund_id").Text();
        var reason = data.At("reason").Text();
        var isPartial = data.At("is_partial").Boolean();
        var metadata = EventMetadata.From(data.At("metadata"));
        metadata.Set("refundId", refundId);
        metadata.Set("reason", reason);
        metadata.Set("partial", isPartial switch { true => "true", false => "false", null => null });

        var isDone = status == RefundStatus.Succeeded;
        return Payment(
            head,
            data,
            !isDone ? PaymentStatus.Succeeded : isPartial == true ? PaymentStatus.PartiallyRefunded : PaymentStatus.Refunded,
            "amount",
            metadata,
            new()
            {
                Id = refundId,
                Amount = Amount(data.At("amount"), data.At("currency").Currency()),
                IsFull = isDone ? !isPartial : null,
                Status = status,
                Reason = reason,
            });
    }

    private static PaymentEvent? Dispute(in WebhookEventHead head, JsonElement data, DisputeOutcome outcome)
    {
        var disputeId = data.At("dispute_id").Text();
        var reason = data.At("reason").Text() ?? data.At("remarks").Text();
        var metadata = EventMetadata.From(data.At("metadata"));
        metadata.Set("disputeId", disputeId);
        metadata.Set("disputeStage", data.At("dispute_stage").Text());
        metadata.Set("reason", reason);

        // The amount is held from the start at every stage, so it is never just an inquiry.
        return Payment(
            head,
            data,
            outcome == DisputeOutcome.Won ? PaymentStatus.Succeeded : PaymentStatus.Disputed,
            "amount",
            metadata,
            dispute: new()
            {
                Id = disputeId,
                Amount = Amount(data.At("amount"), data.At("currency").Currency()),
                Outcome = outcome,
                Reason = reason,
            });
    }

    private static PaymentEvent? Payment(
        in WebhookEventHead head,
        JsonElement data,
        PaymentStatus status,
        string amountField,
        in EventMetadata metadata,
        PaymentRefund? refund = null,
        PaymentDispute? dispute = null)
    {
        if (data.At("payment_id").Text() is not { } paymentId)
        {
            return null;
        }

        var currency = data.At("currency").Currency();
        return new(head, status, paymentId)
        {
            Amount = Amount(data.At(amountField), currency),
            Currency = currency,
            Refund = refund,
            Dispute = dispute,
            CheckoutId = data.At("checkout_session_id").Text(),
            SubscriptionId = data.At("subscription_id").Text(),
            CustomerRef = metadata.CustomerRef ?? data.At("customer", "customer_id").Text(),
            Reference = EventMetadata.ReferenceIn(data.At("metadata")),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static SubscriptionEvent? Subscription(in WebhookEventHead head, JsonElement data)
    {
        if (data.At("subscription_id").Text() is not { } subscriptionId)
        {
            return null;
        }

        var (type, status) = Meaning(head.EventType, data);
        var metadata = EventMetadata.From(data.At("metadata"));
        var currency = data.At("currency").Currency();
        var nextBilling = data.At("next_billing_date").IsoTime();
        var isOwed = status == SubscriptionStatus.PastDue || status == SubscriptionStatus.Incomplete || type == SubscriptionEventType.PaymentFailed;
        return new(head, type, status, subscriptionId)
        {
            ProductId = data.At("product_id").Text(),
            ChargeId = data.At("payment_id").Text(),
            CheckoutId = data.At("checkout_session_id").Text(),
            CustomerRef = metadata.CustomerRef ?? data.At("customer", "customer_id").Text(),
            Reference = EventMetadata.ReferenceIn(data.At("metadata")),
            IsFirstPeriod = type == SubscriptionEventType.Renewed ? IsFirstPeriod(data) : null,

            // It is not documented whether a failed charge moves the next one.
            CurrentPeriodEnd = isOwed ? null : nextBilling,
            CancelsAt = status != SubscriptionStatus.Canceled && data.At("cancel_at_next_billing_date").IsTrue() ? nextBilling : null,
            Amount = Amount(data.At("recurring_pre_tax_amount"), currency),
            Currency = currency,
            Metadata = metadata.ToDictionary(),
        };
    }

    private static (SubscriptionEventType Type, SubscriptionStatus Status) Meaning(string eventType, JsonElement data) => eventType switch
    {
        DodoPaymentsEventTypes.SubscriptionActive => (SubscriptionEventType.Created, SubscriptionStatus.Active),
        DodoPaymentsEventTypes.SubscriptionRenewed => (SubscriptionEventType.Renewed, SubscriptionStatus.Active),

        // The mandate could not be created, so the subscription was never active.
        DodoPaymentsEventTypes.SubscriptionFailed => (SubscriptionEventType.PaymentFailed, SubscriptionStatus.Canceled),
        DodoPaymentsEventTypes.SubscriptionCancelled or DodoPaymentsEventTypes.SubscriptionExpired =>
            (SubscriptionEventType.Canceled, SubscriptionStatus.Canceled),
        DodoPaymentsEventTypes.SubscriptionOnHold => (SubscriptionEventType.Updated, SubscriptionStatus.PastDue),
        DodoPaymentsEventTypes.SubscriptionPaused => (SubscriptionEventType.Updated, SubscriptionStatus.Paused),
        _ => (SubscriptionEventType.Updated, StatusOf(data.At("status").Text())),
    };

    private static SubscriptionStatus StatusOf(string? status) => status switch
    {
        "active" => SubscriptionStatus.Active,
        "pending" => SubscriptionStatus.Incomplete,
        "on_hold" => SubscriptionStatus.PastDue,
        "paused" => SubscriptionStatus.Paused,
        "cancelled" or "expired" or "failed" => SubscriptionStatus.Canceled,
        _ => SubscriptionStatus.Unknown,
    };

    // The first charge happens on the day the subscription begins.
    private static bool? IsFirstPeriod(JsonElement data)
    {
        var previous = data.At("previous_billing_date");
        return !previous.Exists() ? true
            : previous.IsoTime() is { } charged && data.At("created_at").IsoTime() is { } created ? charged.UtcDateTime.Date == created.UtcDateTime.Date
            : null;
    }

    private static IReadOnlyDictionary<string, string> Ids(JsonElement data)
    {
        var metadata = default(EventMetadata);
        metadata.Set("paymentId", data.At("payment_id").Text());
        metadata.Set("refundId", data.At("refund_id").Text());
        metadata.Set("disputeId", data.At("dispute_id").Text());
        metadata.Set("subscriptionId", data.At("subscription_id").Text());
        metadata.Set("checkoutId", data.At("checkout_session_id").Text());
        metadata.Set("status", data.At("status").Text() ?? data.At("dispute_status").Text());
        return metadata.ToDictionary();
    }

    // Minor units. For a dispute's text this is inferred from its digits: a text with a point can only be major units.
    private static decimal? Amount(JsonElement amount, string? currency)
    {
        if (currency is null)
        {
            return null;
        }

        return amount.Text() is { } text
            ? long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor)
                ? CurrencyUnits.ToMajor(minor, currency)
                : text.AsSpan().IndexOf('.') >= 0 ? amount.Decimal() : null
            : amount.Whole() is { } units ? CurrencyUnits.ToMajor(units, currency) : null;
    }
}
