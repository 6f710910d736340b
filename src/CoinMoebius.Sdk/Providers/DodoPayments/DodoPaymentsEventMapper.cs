using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.Json;

namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>
/// Gives Dodo Payments' events their neutral meaning. The type counts and not <c>data.status</c>, which is as new as the delivery and
/// may be ahead of the event. Source: docs.dodopayments.com/developer-resources/webhooks and the pages of each event below it.
/// </summary>
internal static class DodoPaymentsEventMapper
{
    private const string SubscriptionEvents = "subscription.";

    public static WebhookEvent Map(JsonElement root, in StandardMessage message)
    {
        var head = message.ToHead(root) with { Owner = root.At("business_id").Text() };
        var data = root.At("data");
        return head.EventType switch
        {
            DodoPaymentsEventTypes.PaymentSucceeded => Charge(head, data, PaymentStatus.Succeeded),
            DodoPaymentsEventTypes.PaymentProcessing => Charge(head, data, PaymentStatus.Pending),
            DodoPaymentsEventTypes.PaymentFailed or DodoPaymentsEventTypes.PaymentCancelled => Charge(head, data, PaymentStatus.Failed),
            DodoPaymentsEventTypes.RefundSucceeded => Refund(head, data),
            DodoPaymentsEventTypes.DisputeOpened => Dispute(head, data),
            var type when type.StartsWith(SubscriptionEvents, StringComparison.Ordinal) => Subscription(head, data),
            _ => new UnmappedEvent(head),
        };
    }

    // A payment method that is stored or replaced goes through a payment of its own, which buys nothing.
    private static WebhookEvent Charge(in WebhookEventHead head, JsonElement data, PaymentStatus status)
    {
        if (data.At("is_update_payment_method").IsTrue())
        {
            return new UnmappedEvent(head);
        }

        var metadata = EventMetadata.From(data.At("metadata"));
        metadata.Set("subscriptionId", data.At("subscription_id").Text());
        metadata.Set("checkoutSessionId", data.At("checkout_session_id").Text());
        metadata.Set("errorCode", data.At("error_code").Text());
        return Payment(head, data, status, "total_amount", metadata);
    }

    private static WebhookEvent Refund(in WebhookEventHead head, JsonElement data)
    {
        var metadata = EventMetadata.From(data.At("metadata"));
        metadata.Set("refundId", data.At("refund_id").Text());
        metadata.Set("reason", data.At("reason").Text());
        if (data.At("is_partial").Boolean() is { } isPartial)
        {
            metadata.Set("partial", isPartial ? "true" : "false");
        }

        return Payment(head, data, PaymentStatus.Refunded, "amount", metadata);
    }

    private static WebhookEvent Dispute(in WebhookEventHead head, JsonElement data)
    {
        var metadata = EventMetadata.From(data.At("metadata"));
        metadata.Set("disputeId", data.At("dispute_id").Text());
        metadata.Set("disputeStage", data.At("dispute_stage").Text());
        metadata.Set("reason", data.At("reason").Text() ?? data.At("remarks").Text());
        return Payment(head, data, PaymentStatus.Disputed, "amount", metadata);
    }

    private static WebhookEvent Payment(
        in WebhookEventHead head, JsonElement data, PaymentStatus status, string amountField, in EventMetadata metadata)
    {
        if (data.At("payment_id").Text() is not { } paymentId)
        {
            return new UnmappedEvent(head);
        }

        var merchant = data.At("metadata");
        var currency = data.At("currency").Currency();
        return new PaymentEvent(head, status, paymentId)
        {
            Amount = Amount(data.At(amountField), currency),
            Currency = currency,
            CustomerRef = metadata.CustomerRef ?? data.At("customer", "customer_id").Text(),
            Reference = merchant.At("orderId").TextOrNumber() ?? merchant.At("order_id").TextOrNumber(),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static WebhookEvent Subscription(in WebhookEventHead head, JsonElement data)
    {
        if (data.At("subscription_id").Text() is not { } subscriptionId)
        {
            return new UnmappedEvent(head);
        }

        var (type, status) = Meaning(head.EventType, data);
        var metadata = EventMetadata.From(data.At("metadata"));
        var currency = data.At("currency").Currency();
        return new SubscriptionEvent(head, type, status, subscriptionId)
        {
            ProductId = data.At("product_id").Text(),
            CustomerRef = metadata.CustomerRef ?? data.At("customer", "customer_id").Text(),
            CurrentPeriodEnd = data.At("next_billing_date").IsoTime(),
            Amount = Amount(data.At("recurring_pre_tax_amount"), currency),
            Currency = currency,
            Metadata = metadata.ToDictionary(),
        };
    }

    private static (SubscriptionEventType Type, SubscriptionStatus Status) Meaning(string eventType, JsonElement data) => eventType switch
    {
        DodoPaymentsEventTypes.SubscriptionActive => (SubscriptionEventType.Created, SubscriptionStatus.Active),
        DodoPaymentsEventTypes.SubscriptionRenewed => (SubscriptionEventType.Renewed, SubscriptionStatus.Active),
        DodoPaymentsEventTypes.SubscriptionFailed => (SubscriptionEventType.PaymentFailed, SubscriptionStatus.PastDue),
        DodoPaymentsEventTypes.SubscriptionCancelled or DodoPaymentsEventTypes.SubscriptionExpired =>
            (SubscriptionEventType.Canceled, SubscriptionStatus.Canceled),
        DodoPaymentsEventTypes.SubscriptionOnHold => (SubscriptionEventType.Updated, SubscriptionStatus.PastDue),
        DodoPaymentsEventTypes.SubscriptionPaused => (SubscriptionEventType.Updated, SubscriptionStatus.Paused),
        _ => (SubscriptionEventType.Updated, StatusOf(data.At("status").Text())),
    };

    private static SubscriptionStatus StatusOf(string? status) => status switch
    {
        "active" => SubscriptionStatus.Active,
        "on_hold" => SubscriptionStatus.PastDue,
        "paused" => SubscriptionStatus.Paused,
        "cancelled" or "expired" => SubscriptionStatus.Canceled,
        _ => SubscriptionStatus.Unknown,
    };

    // Minor units. That a dispute's text is too is inferred from its digits: a text with a point can only be major units.
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
