using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Providers.Stripe.Mapping;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>Maps Stripe's events to neutral events. Fields: docs.stripe.com/api/events/types and the object pages it links.</summary>
internal static class StripeEventMapper
{
    public static WebhookEvent Map(JsonElement root, in StripeDelivery delivery)
    {
        var created = root.At("created");
        var head = new WebhookEventHead(
            PaymentProvider.Stripe,
            root.At("id").Text() ?? ContentDigest.EventId(delivery.RawBody.Span),
            root.At("type").Text() ?? "",
            delivery.RawBody,
            !root.At("livemode").Boolean(),
            created.UnixSeconds() ?? created.IsoTime(),
            Owner: root.At("account").Text());
        var message = new StripeMessage(head, root, root.At("data", "object"));
        return Meaning(message, delivery.PaymentIntents) ?? StripeUnmapped.Of(message);
    }

    private static WebhookEvent? Meaning(in StripeMessage message, StripePaymentIntents intents) => message.Head.EventType switch
    {
        StripeEventTypes.CheckoutSessionCompleted => StripePaymentMapper.CompletedSession(message),
        StripeEventTypes.CheckoutSessionAsyncPaymentSucceeded => StripePaymentMapper.Session(message, PaymentStatus.Succeeded),
        StripeEventTypes.CheckoutSessionAsyncPaymentFailed or StripeEventTypes.CheckoutSessionExpired =>
            StripePaymentMapper.Session(message, PaymentStatus.Failed),
        StripeEventTypes.PaymentIntentSucceeded => StripePaymentMapper.Intent(message, intents, PaymentStatus.Succeeded, "amount_received"),
        StripeEventTypes.PaymentIntentProcessing => StripePaymentMapper.Intent(message, intents, PaymentStatus.Pending, "amount"),
        StripeEventTypes.PaymentIntentPaymentFailed or StripeEventTypes.PaymentIntentCanceled =>
            StripePaymentMapper.Intent(message, intents, PaymentStatus.Failed, "amount"),
        StripeEventTypes.ChargeCaptured => StripePaymentMapper.Captured(message),
        StripeEventTypes.ChargeRefunded => StripeRefundMapper.Refunded(message),
        StripeEventTypes.RefundFailed => StripeRefundMapper.Failed(message),
        StripeEventTypes.RefundCreated or StripeEventTypes.RefundUpdated or StripeEventTypes.ChargeRefundUpdated =>
            StripeRefundMapper.Changed(message),
        StripeEventTypes.ChargeDisputeCreated => StripeDisputeMapper.Opened(message),
        StripeEventTypes.ChargeDisputeClosed => StripeDisputeMapper.Closed(message),
        StripeEventTypes.CustomerSubscriptionCreated => StripeSubscriptionMapper.Map(message, SubscriptionEventType.Created),
        StripeEventTypes.CustomerSubscriptionUpdated or StripeEventTypes.CustomerSubscriptionPaused
            or StripeEventTypes.CustomerSubscriptionResumed => StripeSubscriptionMapper.Map(message, SubscriptionEventType.Updated),
        StripeEventTypes.CustomerSubscriptionDeleted => StripeSubscriptionMapper.Map(message, SubscriptionEventType.Canceled),
        StripeEventTypes.InvoicePaid or StripeEventTypes.InvoicePaymentSucceeded => StripeInvoiceMapper.Paid(message),
        StripeEventTypes.InvoicePaymentFailed => StripeInvoiceMapper.Failed(message),
        _ => null,
    };
}

/// <summary>The mapper's input beside the body.</summary>
/// <param name="RawBody">The bytes received.</param>
/// <param name="PaymentIntents">Which events about payment intents count.</param>
internal readonly record struct StripeDelivery(ReadOnlyMemory<byte> RawBody, StripePaymentIntents PaymentIntents);
