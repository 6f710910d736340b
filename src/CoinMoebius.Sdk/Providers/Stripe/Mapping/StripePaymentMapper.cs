using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Stripe.Mapping;

/// <summary>Maps checkout sessions, payment intents and captured charges. Returns null for events without a neutral meaning.</summary>
internal static class StripePaymentMapper
{
    // Stripe writes these descriptions when an invoice creates the intent.
    private const string OfSubscription = "Subscription ";
    private const string OfInvoice = "Payment for Invoice";

    /// <summary>Completed is not paid: with a delayed method the money arrives days later, or never.</summary>
    public static WebhookEvent? CompletedSession(in StripeMessage message)
    {
        var state = message.Data.At("payment_status");
        var isPaid = state.Is("paid"u8) || state.Is("no_payment_required"u8);
        return message.Data.At("mode").Is("subscription"u8)
            ? SubscriptionSession(message, isPaid ? SubscriptionStatus.Active : SubscriptionStatus.Incomplete)
            : Session(message, isPaid ? PaymentStatus.Succeeded : PaymentStatus.Pending);
    }

    public static WebhookEvent? Session(in StripeMessage message, PaymentStatus status)
    {
        var session = message.Data;
        var sessionId = session.At("id").Text();
        var intent = session.At("payment_intent").Id();
        if (!session.At("mode").Is("payment"u8) || (intent ?? sessionId) is not { } paymentId)
        {
            return null;
        }

        // A buyer may pay in another currency; basil and later versions always report the merchant's.
        var conversion = session.At("currency_conversion");
        var priced = conversion.Amount("amount_total", conversion.At("source_currency").Currency());
        var currency = session.At("currency").Currency();
        var metadata = EventMetadata.From(session.At("metadata"));
        return new PaymentEvent(message.Head, status, paymentId)
        {
            Amount = session.Amount("amount_total", currency),
            Currency = currency,
            PricedAmount = priced,
            PricedCurrency = priced is null ? null : conversion.At("source_currency").Currency(),
            CheckoutId = intent is null ? null : sessionId,
            CustomerRef = metadata.CustomerRef ?? session.At("customer").Id(),
            Reference = session.At("client_reference_id").Text() ?? EventMetadata.ReferenceIn(session.At("metadata")),
            Metadata = metadata.ToDictionary(),
        };
    }

    /// <summary>Links the buyer and the order to the subscription. The invoice reports the charge.</summary>
    private static SubscriptionEvent? SubscriptionSession(in StripeMessage message, SubscriptionStatus status)
    {
        var session = message.Data;
        if (session.At("subscription").Id() is not { } subscriptionId)
        {
            return null;
        }

        var metadata = EventMetadata.From(session.At("metadata"));
        return new SubscriptionEvent(message.Head, SubscriptionEventType.Updated, status, subscriptionId)
        {
            CheckoutId = session.At("id").Text(),
            CustomerRef = metadata.CustomerRef ?? session.At("customer").Id(),
            Reference = session.At("client_reference_id").Text() ?? EventMetadata.ReferenceIn(session.At("metadata")),
            Metadata = metadata.ToDictionary(),
        };
    }

    public static WebhookEvent? Intent(in StripeMessage message, StripePaymentIntents which, PaymentStatus status, string amountField)
    {
        var intent = message.Data;
        if (intent.At("id").Text() is not { } paymentId
            || which == StripePaymentIntents.Never
            || (which != StripePaymentIntents.Always && IsOfInvoice(message)))
        {
            return null;
        }

        var currency = intent.At("currency").Currency();
        var metadata = EventMetadata.From(intent.At("metadata"));
        return new PaymentEvent(message.Head, status, paymentId)
        {
            Amount = intent.Amount(amountField, currency),
            Currency = currency,
            CustomerRef = metadata.CustomerRef ?? intent.At("customer").Id(),
            Reference = EventMetadata.ReferenceIn(intent.At("metadata")),
            Metadata = metadata.ToDictionary(),
        };
    }

    /// <summary>Maps a manual capture, which turns an authorisation into money.</summary>
    public static WebhookEvent? Captured(in StripeMessage message)
    {
        var charge = message.Data;
        var chargeId = charge.At("id").Text();
        var state = charge.At("status");
        if ((charge.At("payment_intent").Id() ?? chargeId) is not { } paymentId || (state.Exists() && !state.Is("succeeded"u8)))
        {
            return null;
        }

        var currency = charge.At("currency").Currency();
        var metadata = EventMetadata.From(charge.At("metadata"), 1);
        metadata.Set("chargeId", chargeId);
        return new PaymentEvent(message.Head, PaymentStatus.Succeeded, paymentId)
        {
            Amount = charge.Amount("amount_captured", currency),
            Currency = currency,
            CustomerRef = metadata.CustomerRef ?? charge.At("customer").Id(),
            Reference = EventMetadata.ReferenceIn(charge.At("metadata")),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static bool IsOfInvoice(in StripeMessage message)
    {
        if (message.Data.At("invoice").Exists())
        {
            return true;
        }

        var description = message.IsSinceBasil ? message.Data.At("description").Text() : null;
        return description is not null && (description.StartsWith(OfSubscription, StringComparison.Ordinal) || description == OfInvoice);
    }
}
