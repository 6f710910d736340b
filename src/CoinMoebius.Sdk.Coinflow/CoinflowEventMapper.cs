using System.Text.Json;
using CoinMoebius.Sdk.Coinflow.Mapping;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// Maps Coinflow's webhooks to neutral events. Fields: docs.coinflow.cash/guides/developer-resources/webhooks/checkout-webhooks and
/// docs.coinflow.cash/openapi.json.
/// </summary>
internal static class CoinflowEventMapper
{
    public static WebhookEvent Map(JsonElement root, in ReadOnlyMemory<byte> rawBody)
    {
        var eventType = root.At("eventType");
        return eventType.ValueKind == JsonValueKind.Undefined ? Legacy(root, rawBody) : Envelope(root, eventType.Text() ?? "", rawBody);
    }

    /// <summary>Maps a looked-up payment: the amounts are in <c>totals</c>, and the status is that of its method.</summary>
    public static WebhookEvent MapLookup(JsonElement root, in CoinflowLookedUp lookedUp)
    {
        var refund = CoinflowRefunds.LookedUp(root, lookedUp.Status);
        var status = refund is { IsFull: false } ? PaymentStatus.PartiallyRefunded : StatusOf(lookedUp.Status);
        var head = new WebhookEventHead(
            PaymentProvider.Coinflow,
            ContentDigest.EventId(lookedUp.Json.Span),
            lookedUp.Status.Value,
            lookedUp.Json,
            OccurredAt: refund is null ? null : root.At("refundInfo", "refundedAt").IsoTime());
        return root.At("paymentId").Text() is { } id
            ? Payment(
                head, root, status, id, refund is null ? root.At("totals", "subtotal") : root.At("refundInfo", "amount"), CoinflowFields.Metadata(root), refund)
            : new UnmappedEvent(head);
    }

    private static WebhookEvent Envelope(JsonElement root, string eventType, in ReadOnlyMemory<byte> rawBody)
    {
        var data = root.At("data");
        var isRefund = IsRefund(eventType);
        var id = data.At("id").Text();
        var head = new WebhookEventHead(
            PaymentProvider.Coinflow,
            // A payment may have many refunds, which differ only in their amounts.
            id is null || isRefund || eventType.Length == 0 ? ContentDigest.EventId(rawBody.Span) : $"{eventType}:{id}",
            eventType,
            rawBody,
            OccurredAt: root.At("created").IsoTime(),
            Owner: data.At("merchantId").Text());

        return Meaning(head, data, id) ?? new UnmappedEvent(head) { Metadata = CoinflowFields.Ids(data, isRefund) };
    }

    /// <summary>The event, or null when it is not about an identified payment or subscription.</summary>
    private static WebhookEvent? Meaning(in WebhookEventHead head, JsonElement data, string? id)
    {
        if (IsRefund(head.EventType))
        {
            return CoinflowRefunds.StatusOf(head.EventType, data) is { } refund ? Refund(head, data, refund) : null;
        }

        if (SubscriptionChange(head.EventType) is { } change)
        {
            return Subscription(head, data, change.Type, change.Status);
        }

        if (OutcomeOf(head.EventType) is { } outcome)
        {
            return id is null ? null : Dispute(head, data, id, outcome);
        }

        return StatusOf(head.EventType) is { } status ? Payment(head, data, status, id) : null;
    }

    // Only one event means success. Events that are not listed remain unmapped.
    private static PaymentStatus? StatusOf(string eventType) => eventType switch
    {
        CoinflowEventTypes.Settled => PaymentStatus.Succeeded,

        CoinflowEventTypes.CardPaymentAuthorized or CoinflowEventTypes.PaymentAuthorized or CoinflowEventTypes.PayPalPaymentAuthorized
            or CoinflowEventTypes.VenmoPaymentAuthorized or CoinflowEventTypes.PaymentPendingReview or CoinflowEventTypes.AchInitiated
            or CoinflowEventTypes.AchBatched or CoinflowEventTypes.WireInitiated or CoinflowEventTypes.UsdcPaymentReceived => PaymentStatus.Pending,

        CoinflowEventTypes.CardPaymentDeclined or CoinflowEventTypes.CardPaymentSuspectedFraud or CoinflowEventTypes.AchFailed
            or CoinflowEventTypes.PixFailed or CoinflowEventTypes.PixExpiration
            or CoinflowEventTypes.PaymentExpiration or CoinflowEventTypes.WireFailure or CoinflowEventTypes.IbanFailure
            or CoinflowEventTypes.InteracFailure or CoinflowEventTypes.CashAppFailure or CoinflowEventTypes.PayPalFailure
            or CoinflowEventTypes.VenmoFailure => PaymentStatus.Failed,

        CoinflowEventTypes.CardPaymentVoided or CoinflowEventTypes.PayPalPaymentVoided or CoinflowEventTypes.VenmoPaymentVoided
            or CoinflowEventTypes.AchReturned => PaymentStatus.Reversed,

        CoinflowEventTypes.CryptoUnderpayment => PaymentStatus.Partial,
        _ => null,
    };

    private static DisputeOutcome? OutcomeOf(string eventType) => eventType switch
    {
        CoinflowEventTypes.CardPaymentChargebackOpened or CoinflowEventTypes.PayPalPaymentChargebackOpened
            or CoinflowEventTypes.VenmoPaymentChargebackOpened => DisputeOutcome.Open,
        CoinflowEventTypes.CardPaymentChargebackWon or CoinflowEventTypes.PayPalPaymentChargebackWon
            or CoinflowEventTypes.VenmoPaymentChargebackWon => DisputeOutcome.Won,
        CoinflowEventTypes.CardPaymentChargebackLost or CoinflowEventTypes.PayPalPaymentChargebackLost
            or CoinflowEventTypes.VenmoPaymentChargebackLost => DisputeOutcome.Lost,
        _ => null,
    };

    // As for events, but a lookup has no chargeback id. A won chargeback does not imply a settlement that no event has reported.
    private static PaymentStatus StatusOf(CoinflowPaymentStatus status) => status.Value switch
    {
        CoinflowPaymentStatus.Values.Settled => PaymentStatus.Succeeded,
        CoinflowPaymentStatus.Values.Failed or CoinflowPaymentStatus.Values.Expired => PaymentStatus.Failed,
        CoinflowPaymentStatus.Values.Returned or CoinflowPaymentStatus.Values.Voided => PaymentStatus.Reversed,
        CoinflowPaymentStatus.Values.Refunded => PaymentStatus.Refunded,
        CoinflowPaymentStatus.Values.Chargeback or CoinflowPaymentStatus.Values.ChargebackLost => PaymentStatus.Disputed,
        _ => PaymentStatus.Pending,
    };

    private static (SubscriptionEventType Type, SubscriptionStatus Status)? SubscriptionChange(string eventType) => eventType switch
    {
        CoinflowEventTypes.SubscriptionCreated => (SubscriptionEventType.Created, SubscriptionStatus.Active),
        CoinflowEventTypes.SubscriptionCanceled or CoinflowEventTypes.SubscriptionExpired or CoinflowEventTypes.SubscriptionConcluded =>
            (SubscriptionEventType.Canceled, SubscriptionStatus.Canceled),
        CoinflowEventTypes.SubscriptionFailure => (SubscriptionEventType.PaymentFailed, SubscriptionStatus.PastDue),
        _ => null,
    };

    private static bool IsRefund(string eventType) => eventType is CoinflowEventTypes.Refund or CoinflowEventTypes.RefundComplete
        or CoinflowEventTypes.RefundFailure or CoinflowEventTypes.RefundReturned;

    // The flat form has no event name: it reports that coins moved on a chain, not that the merchant has them.
    private static WebhookEvent Legacy(JsonElement root, in ReadOnlyMemory<byte> rawBody)
    {
        var head = new WebhookEventHead(PaymentProvider.Coinflow, ContentDigest.EventId(rawBody.Span), "", rawBody, Owner: root.At("merchantId").Text());
        var payment = root.At("subtotal").ValueKind == JsonValueKind.Object ? Payment(head, root, PaymentStatus.Pending, root.At("id").Text()) : null;
        return payment ?? (WebhookEvent)new UnmappedEvent(head);
    }

    private static PaymentEvent? Payment(in WebhookEventHead head, JsonElement data, PaymentStatus status, string? paymentId)
    {
        if (paymentId is null)
        {
            return null;
        }

        var metadata = CoinflowFields.Metadata(data);
        metadata.Set("paymentMethod", data.At("paymentMethod").Text());
        if (status == PaymentStatus.Failed)
        {
            metadata.Set("declineCode", data.At("declineCode").TextOrNumber());
            metadata.Set("declineDescription", data.At("declineDescription").Text());
        }

        return Payment(head, data, status, paymentId, data.At("subtotal"), metadata);
    }

    private static PaymentEvent Dispute(in WebhookEventHead head, JsonElement data, string paymentId, DisputeOutcome outcome)
    {
        var disputeId = data.At("chargebackId").Text();
        var reason = data.At("reasonDescription").Text();
        var metadata = CoinflowFields.Metadata(data);
        metadata.Set("paymentMethod", data.At("paymentMethod").Text());
        metadata.Set("chargebackId", disputeId);
        metadata.Set("reasonCode", data.At("reasonCode").TextOrNumber());
        metadata.Set("reason", reason);
        metadata.Set("respondByDate", data.At("respondByDate").Text());
        var status = outcome == DisputeOutcome.Won ? PaymentStatus.Succeeded : PaymentStatus.Disputed;
        return Payment(head, data, status, paymentId, data.At("subtotal"), metadata, dispute: new()
        {
            Id = disputeId,
            Amount = CoinflowFields.Amount(data.At("subtotal")),
            Reason = reason ?? data.At("reasonCode").TextOrNumber(),
            Outcome = outcome,
            RespondBy = data.At("respondByDate").IsoTime(),
        });
    }

    private static PaymentEvent? Refund(in WebhookEventHead head, JsonElement refund, RefundStatus status)
    {
        if (refund.At("paymentId").Text() is not { } paymentId)
        {
            return null;
        }

        var subtotal = refund.At("subtotal");
        var money = subtotal.Exists() ? subtotal : refund.At("totals", "subtotal");
        return Payment(
            head,
            refund,
            status == RefundStatus.Succeeded ? PaymentStatus.Refunded : PaymentStatus.Succeeded,
            paymentId,
            money,
            CoinflowFields.Metadata(refund),
            CoinflowRefunds.Of(refund, status, CoinflowFields.Amount(money)));
    }

    private static PaymentEvent Payment(
        in WebhookEventHead head,
        JsonElement data,
        PaymentStatus status,
        string paymentId,
        JsonElement money,
        in EventMetadata metadata,
        PaymentRefund? refund = null,
        PaymentDispute? dispute = null) =>
        new(head, status, paymentId)
        {
            Amount = CoinflowFields.Amount(money),
            Currency = CoinflowFields.Currency(money),
            Refund = refund,
            Dispute = dispute,
            SubscriptionId = CoinflowFields.SubscriptionOf(data),
            CustomerRef = CoinflowFields.CustomerRef(data, metadata),
            Reference = EventMetadata.ReferenceIn(data.At("webhookInfo")),
            Metadata = metadata.ToDictionary(),
        };

    private static SubscriptionEvent? Subscription(in WebhookEventHead head, JsonElement data, SubscriptionEventType type, SubscriptionStatus status)
    {
        if (data.At("subscriptionId").Text() is not { } subscriptionId)
        {
            return null;
        }

        var money = data.At("amount");
        var metadata = CoinflowFields.Metadata(data);
        metadata.Set("reason", data.At("reason").Text());
        return new(head, type, status, subscriptionId)
        {
            ProductId = data.At("planCode").Text(),
            ChargeId = data.At("paymentId").Text(),
            CustomerRef = CoinflowFields.CustomerRef(data, metadata),
            Reference = EventMetadata.ReferenceIn(data.At("webhookInfo")),
            Amount = CoinflowFields.Amount(money),
            Currency = CoinflowFields.Currency(money),
            Metadata = metadata.ToDictionary(),
        };
    }
}

/// <summary>The input of the mapper of a lookup.</summary>
/// <param name="Status">The payment's status.</param>
/// <param name="Json">The response.</param>
internal readonly record struct CoinflowLookedUp(CoinflowPaymentStatus Status, ReadOnlyMemory<byte> Json);
