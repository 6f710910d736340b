using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Stripe.Mapping;

/// <summary>Maps invoices, which are charges of a subscription or one-off payments. Returns null for events without a neutral meaning.</summary>
internal static class StripeInvoiceMapper
{
    /// <summary>Two events report it, <c>invoice.paid</c> and <c>invoice.payment_succeeded</c>; the invoice's id makes them one fact.</summary>
    public static WebhookEvent? Paid(in StripeMessage message)
    {
        var invoice = message.Data;
        if (StripeFields.SubscriptionOf(invoice) is not { } subscriptionId)
        {
            return OneOff(message, PaymentStatus.Succeeded, "amount_paid");
        }

        bool? isFirst;
        switch (invoice.At("billing_reason").Text())
        {
            case "subscription_create":
                isFirst = true;
                break;
            case "subscription_cycle":
                isFirst = false;
                break;
            case "subscription_update" or "subscription_threshold" or "manual" or "automatic_pending_invoice_item_invoice":
                isFirst = null;
                break;
            default:
                return null;
        }

        var lines = StripeLines.Of(invoice, subscriptionId);
        var isRenewed = isFirst is not null && !IsTrial(invoice, lines.Ahead, isFirst.Value);
        return Charge(
            message,
            isRenewed ? SubscriptionEventType.Renewed : SubscriptionEventType.Updated,
            SubscriptionStatus.Active,
            subscriptionId,
            "amount_paid",
            lines,
            lines.Ahead.At("period", "end").UnixSeconds(),
            isRenewed ? isFirst : null);
    }

    public static WebhookEvent? Failed(in StripeMessage message)
    {
        var invoice = message.Data;
        if (StripeFields.SubscriptionOf(invoice) is not { } subscriptionId)
        {
            return OneOff(message, PaymentStatus.Failed, "amount_due");
        }

        var lines = StripeLines.Of(invoice, subscriptionId);
        return Charge(
            message,
            SubscriptionEventType.PaymentFailed,
            invoice.At("billing_reason").Is("subscription_create"u8) ? SubscriptionStatus.Incomplete : SubscriptionStatus.PastDue,
            subscriptionId,
            "amount_due",
            lines,
            lines.Ahead.At("period", "start").UnixSeconds(),
            isFirst: null);
    }

    // A coupon or credit may pay a whole period; the invoice then still has a price. During a trial only other items are charged.
    private static bool IsTrial(JsonElement invoice, JsonElement line, bool isFirst) =>
        (invoice.At("amount_paid").Whole() == 0 && !(invoice.At("subtotal").Whole() > 0)) || (isFirst && line.At("amount").Whole() == 0);

    private static SubscriptionEvent Charge(
        in StripeMessage message,
        SubscriptionEventType type,
        SubscriptionStatus status,
        string subscriptionId,
        string amountField,
        in StripeLines lines,
        DateTimeOffset? periodEnd,
        bool? isFirst)
    {
        var invoice = message.Data;
        var currency = invoice.At("currency").Currency();
        var metadata = EventMetadata.From(invoice.At("metadata"));
        var details = invoice.At("parent", "subscription_details");
        var ofSubscription = (details.Exists() ? details : invoice.At("subscription_details")).At("metadata");
        return new SubscriptionEvent(message.Head, type, status, subscriptionId)
        {
            ProductId = lines.ProductId,
            CustomerRef = metadata.CustomerRef ?? EventMetadata.From(ofSubscription).CustomerRef ?? invoice.At("customer").Id(),
            Reference = EventMetadata.ReferenceIn(invoice.At("metadata")) ?? EventMetadata.ReferenceIn(ofSubscription),
            ChargeId = invoice.At("id").Text(),
            IsFirstPeriod = isFirst,
            CurrentPeriodEnd = periodEnd,
            Amount = invoice.Amount(amountField, currency),
            Currency = currency,
            Metadata = metadata.ToDictionary(),
        };
    }

    private static PaymentEvent? OneOff(in StripeMessage message, PaymentStatus status, string amountField)
    {
        var invoice = message.Data;
        var invoiceId = invoice.At("id").Text();
        var intent = StripeFields.IntentOf(invoice);
        if ((intent ?? invoiceId) is not { } paymentId)
        {
            return null;
        }

        var currency = invoice.At("currency").Currency();
        var metadata = EventMetadata.From(invoice.At("metadata"));
        return new PaymentEvent(message.Head, status, paymentId)
        {
            Amount = invoice.Amount(amountField, currency),
            Currency = currency,
            CheckoutId = intent is null ? null : invoiceId,
            CustomerRef = metadata.CustomerRef ?? invoice.At("customer").Id(),
            Reference = EventMetadata.ReferenceIn(invoice.At("metadata")),
            Metadata = metadata.ToDictionary(),
        };
    }
}
