using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks.Json;
using CoinMoebius.Sdk.Webhooks.Signatures;

namespace CoinMoebius.Sdk.Providers.Coinflow;

/// <summary>
/// Gives Coinflow's events their neutral meaning. Fields: docs.coinflow.cash/guides/developer-resources/webhooks/checkout-webhooks and
/// docs.coinflow.cash/openapi.json.
/// </summary>
internal static class CoinflowEventMapper
{
    private const string DefaultCurrency = "USD";

    // Between the merchant's id and the merchant's own id of the buyer.
    private const char IdSeparator = '\u02AC';

    public static WebhookEvent Map(JsonElement root, in ReadOnlyMemory<byte> rawBody)
    {
        var eventType = root.At("eventType");
        return eventType.ValueKind == JsonValueKind.Undefined ? Legacy(root, rawBody) : Envelope(root, eventType.Text() ?? "", rawBody);
    }

    /// <summary>A payment as it is looked up: the sums are in <c>totals</c>, and the status is that of its method.</summary>
    public static WebhookEvent MapLookup(JsonElement root, in CoinflowLookedUp lookedUp)
    {
        var status = StatusOf(lookedUp.Status);
        var refund = root.At("refundInfo");
        var isRefund = status == PaymentStatus.Refunded;
        var head = new WebhookEventHead(
            PaymentProvider.Coinflow,
            ContentDigest.EventId(lookedUp.Json.Span),
            lookedUp.Status.Value,
            lookedUp.Json,
            OccurredAt: isRefund ? refund.At("refundedAt").IsoTime() : null);
        return root.At("paymentId").Text() is { } id
            ? Payment(head, root, status, id, isRefund ? refund.At("amount") : root.At("totals", "subtotal"), MerchantMetadata(root))
            : new UnmappedEvent(head);
    }

    private static WebhookEvent Envelope(JsonElement root, string eventType, in ReadOnlyMemory<byte> rawBody)
    {
        var data = root.At("data");
        var isRefund = IsRefund(eventType);
        var id = data.At("id").Text();
        var head = new WebhookEventHead(
            PaymentProvider.Coinflow,
            // One payment may have many refunds, which share everything but their amounts.
            id is null || isRefund || eventType.Length == 0 ? ContentDigest.EventId(rawBody.Span) : $"{eventType}:{id}",
            eventType,
            rawBody,
            OccurredAt: root.At("created").IsoTime(),
            Owner: data.At("merchantId").Text());

        if (isRefund)
        {
            return IsPaidBack(eventType, data) ? Refund(head, data) : new UnmappedEvent(head);
        }

        if (SubscriptionChange(eventType) is { } change)
        {
            return Subscription(head, data, change.Type, change.Status);
        }

        return StatusOf(eventType) is { } status ? Payment(head, data, status, id) : new UnmappedEvent(head);
    }

    // Success is one word alone. Everything that is not listed waits in the raw body.
    private static PaymentStatus? StatusOf(string eventType) => eventType switch
    {
        CoinflowEventTypes.Settled => PaymentStatus.Succeeded,

        CoinflowEventTypes.CardPaymentAuthorized or CoinflowEventTypes.PaymentAuthorized or CoinflowEventTypes.PayPalPaymentAuthorized
            or CoinflowEventTypes.VenmoPaymentAuthorized or CoinflowEventTypes.PaymentPendingReview or CoinflowEventTypes.AchInitiated
            or CoinflowEventTypes.AchBatched or CoinflowEventTypes.WireInitiated or CoinflowEventTypes.UsdcPaymentReceived => PaymentStatus.Pending,

        CoinflowEventTypes.CardPaymentDeclined or CoinflowEventTypes.CardPaymentSuspectedFraud or CoinflowEventTypes.CardPaymentVoided
            or CoinflowEventTypes.PayPalPaymentVoided or CoinflowEventTypes.VenmoPaymentVoided or CoinflowEventTypes.AchFailed
            or CoinflowEventTypes.AchReturned or CoinflowEventTypes.PixFailed or CoinflowEventTypes.PixExpiration
            or CoinflowEventTypes.PaymentExpiration or CoinflowEventTypes.WireFailure or CoinflowEventTypes.IbanFailure
            or CoinflowEventTypes.InteracFailure or CoinflowEventTypes.CashAppFailure or CoinflowEventTypes.PayPalFailure
            or CoinflowEventTypes.VenmoFailure => PaymentStatus.Failed,

        CoinflowEventTypes.CardPaymentChargebackOpened or CoinflowEventTypes.CardPaymentChargebackLost
            or CoinflowEventTypes.PayPalPaymentChargebackOpened or CoinflowEventTypes.PayPalPaymentChargebackLost
            or CoinflowEventTypes.VenmoPaymentChargebackOpened or CoinflowEventTypes.VenmoPaymentChargebackLost => PaymentStatus.Disputed,

        CoinflowEventTypes.CryptoUnderpayment => PaymentStatus.Partial,
        _ => null,
    };

    // As with events. A dispute that was won says nothing of a settlement that nobody has told of.
    private static PaymentStatus StatusOf(CoinflowPaymentStatus status) => status.Value switch
    {
        CoinflowPaymentStatus.Values.Settled => PaymentStatus.Succeeded,
        CoinflowPaymentStatus.Values.Failed or CoinflowPaymentStatus.Values.Returned or CoinflowPaymentStatus.Values.Expired
            or CoinflowPaymentStatus.Values.Voided => PaymentStatus.Failed,
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

    private static bool IsPaidBack(string eventType, JsonElement refund) => eventType == CoinflowEventTypes.RefundComplete
        || (eventType == CoinflowEventTypes.Refund && refund.At("status").Text() == "Settled");

    // The flat form has no name: it says that coins moved on a chain, not that they are the merchant's.
    private static WebhookEvent Legacy(JsonElement root, in ReadOnlyMemory<byte> rawBody)
    {
        var head = new WebhookEventHead(PaymentProvider.Coinflow, ContentDigest.EventId(rawBody.Span), "", rawBody, Owner: root.At("merchantId").Text());
        return root.At("subtotal").ValueKind == JsonValueKind.Object
            ? Payment(head, root, PaymentStatus.Pending, root.At("id").Text())
            : new UnmappedEvent(head);
    }

    private static WebhookEvent Payment(in WebhookEventHead head, JsonElement data, PaymentStatus status, string? paymentId)
    {
        if (paymentId is null)
        {
            return new UnmappedEvent(head);
        }

        var metadata = MerchantMetadata(data);
        metadata.Set("paymentMethod", data.At("paymentMethod").Text());
        if (status == PaymentStatus.Failed)
        {
            metadata.Set("declineCode", data.At("declineCode").TextOrNumber());
            metadata.Set("declineDescription", data.At("declineDescription").Text());
        }
        else if (status == PaymentStatus.Disputed)
        {
            metadata.Set("chargebackId", data.At("chargebackId").Text());
            metadata.Set("reasonCode", data.At("reasonCode").TextOrNumber());
            metadata.Set("reason", data.At("reasonDescription").Text());
            metadata.Set("respondByDate", data.At("respondByDate").Text());
        }

        return Payment(head, data, status, paymentId, data.At("subtotal"), metadata);
    }

    private static WebhookEvent Refund(in WebhookEventHead head, JsonElement refund)
    {
        if (refund.At("paymentId").Text() is not { } paymentId)
        {
            return new UnmappedEvent(head);
        }

        var subtotal = refund.At("subtotal");
        return Payment(
            head, refund, PaymentStatus.Refunded, paymentId, subtotal.Exists() ? subtotal : refund.At("totals", "subtotal"), MerchantMetadata(refund));
    }

    private static PaymentEvent Payment(
        in WebhookEventHead head, JsonElement data, PaymentStatus status, string paymentId, JsonElement money, in EventMetadata metadata)
    {
        var currency = Currency(money);
        var webhookInfo = data.At("webhookInfo");
        return new PaymentEvent(head, status, paymentId)
        {
            Amount = Amount(money, currency),
            Currency = currency,
            CustomerRef = CustomerRef(data, metadata),
            Reference = webhookInfo.At("orderId").TextOrNumber() ?? webhookInfo.At("order_id").TextOrNumber(),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static WebhookEvent Subscription(in WebhookEventHead head, JsonElement data, SubscriptionEventType type, SubscriptionStatus status)
    {
        if (data.At("subscriptionId").Text() is not { } subscriptionId)
        {
            return new UnmappedEvent(head);
        }

        var money = data.At("amount");
        var currency = Currency(money);
        var metadata = MerchantMetadata(data);
        metadata.Set("reason", data.At("reason").Text());
        return new SubscriptionEvent(head, type, status, subscriptionId)
        {
            ProductId = data.At("planCode").Text(),
            CustomerRef = CustomerRef(data, metadata),
            Amount = Amount(money, currency),
            Currency = currency,
            Metadata = metadata.ToDictionary(),
        };
    }

    private static EventMetadata MerchantMetadata(JsonElement data)
    {
        var webhookInfo = data.At("webhookInfo");
        var metadata = EventMetadata.From(webhookInfo);
        metadata.Set("webhookInfo", webhookInfo.Text());
        return metadata;
    }

    // A buyer's session may set webhookInfo; the ids are the merchant's.
    private static string? CustomerRef(JsonElement data, in EventMetadata metadata)
    {
        if (data.At("rawCustomerId").Text() is { } raw)
        {
            return raw;
        }

        var id = data.At("customerId").Text() ?? data.At("wallet").Text();
        var separator = id.AsSpan().IndexOf(IdSeparator);
        return separator >= 0 && separator + 1 < id!.Length ? id[(separator + 1)..] : metadata.CustomerRef ?? id;
    }

    // A currency of another shape is not US dollars.
    private static string? Currency(JsonElement money)
    {
        var currency = money.At("currency");
        return money.ValueKind != JsonValueKind.Object || currency.Exists() ? currency.Currency() : DefaultCurrency;
    }

    private static decimal? Amount(JsonElement money, string? currency) =>
        currency is not null && money.At("cents").Whole() is { } cents ? CurrencyUnits.ToMajor(cents, currency) : null;
}

/// <summary>What a mapper needs beside a payment that was looked up.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Json">The answer.</param>
internal readonly record struct CoinflowLookedUp(CoinflowPaymentStatus Status, ReadOnlyMemory<byte> Json);
