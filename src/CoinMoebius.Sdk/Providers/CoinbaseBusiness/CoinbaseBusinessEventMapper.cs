using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness.Mapping;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>
/// Maps Coinbase Business's events to neutral events. Fields: docs.cdp.coinbase.com/coinbase-business/checkout-apis/webhooks, with a
/// sample of each event. A body is the checkout itself; amounts are decimal text in major units.
/// </summary>
internal static class CoinbaseBusinessEventMapper
{
    // The number for a success; a refund has a few more.
    private const int Details = 5;

    public static WebhookEvent Map(JsonElement root, in ReadOnlyMemory<byte> rawBody)
    {
        var (eventType, checkout) = Read(root);
        var head = new WebhookEventHead(
            PaymentProvider.CoinbaseBusiness,
            ContentDigest.EventId(rawBody.Span),
            eventType ?? "",
            rawBody,
            OccurredAt: checkout.At("updatedAt").IsoTime() ?? checkout.At("createdAt").IsoTime());

        return (WebhookEvent?)Meaning(head, checkout) ?? new UnmappedEvent(head) { Metadata = Ids(head.EventType, checkout) };
    }

    /// <summary>Returns the event, or null when it is not about a checkout or does not identify one.</summary>
    private static PaymentEvent? Meaning(in WebhookEventHead head, JsonElement checkout) => checkout.At("id").Text() is not { } paymentId ? null : head.EventType switch
    {
        CoinbaseBusinessEventTypes.CheckoutPaymentSuccess => Payment(head, checkout, paymentId, PaymentStatus.Succeeded),
        CoinbaseBusinessEventTypes.CheckoutPaymentFailed or CoinbaseBusinessEventTypes.CheckoutPaymentExpired =>
            Payment(head, checkout, paymentId, PaymentStatus.Failed),
        CoinbaseBusinessEventTypes.CheckoutRefundSuccess => Refunded(head, checkout, paymentId),
        CoinbaseBusinessEventTypes.CheckoutRefundFailed => RefundFailed(head, checkout, paymentId),
        _ => null,
    };

    // Older deliveries wrap the checkout, with the event's name beside it.
    private static (string? EventType, JsonElement Checkout) Read(JsonElement root)
    {
        var eventType = root.At("eventType");
        if (eventType.Exists())
        {
            return (Name(eventType), root);
        }

        var envelope = root.At("event") is { ValueKind: JsonValueKind.Object } inner ? inner : root;
        var data = envelope.At("data");
        return (Name(envelope.At("type")), data.ValueKind == JsonValueKind.Object ? data : envelope);
    }

    // The most frequent name needs no new string.
    private static string? Name(JsonElement eventType) =>
        eventType.ValueKind == JsonValueKind.String && eventType.ValueEquals("checkout.payment.success"u8)
            ? CoinbaseBusinessEventTypes.CheckoutPaymentSuccess
            : eventType.Text();

    private static string? Network(JsonElement network) =>
        network.ValueKind == JsonValueKind.String && network.ValueEquals("base"u8) ? "base" : network.Text();

    private static PaymentEvent Payment(in WebhookEventHead head, JsonElement checkout, string paymentId, PaymentStatus status)
    {
        var metadata = CheckoutMetadata(checkout);
        if (status == PaymentStatus.Succeeded)
        {
            var settlement = checkout.At("settlement");
            metadata.Set("feeAmount", settlement.At("feeAmount").TextOrNumber());
            metadata.Set("netAmount", settlement.At("netAmount").TextOrNumber());
            metadata.Set("settlementCurrency", settlement.At("currency").Currency());
        }

        // An amount without a currency is useless. The price may be in another currency than the coin.
        var currency = checkout.At("currency").Currency();
        var price = checkout.Money("fiatAmount", "fiatCurrency");
        var isPriced = price is { } asked && asked.Currency != currency;
        return new(head, status, paymentId)
        {
            Amount = currency is null ? null : checkout.At("amount").Decimal(),
            Currency = currency,
            PricedAmount = isPriced ? price!.Value.Amount : null,
            PricedCurrency = isPriced ? price!.Value.Currency : null,
            CustomerRef = metadata.CustomerRef,
            Reference = EventMetadata.ReferenceIn(checkout.At("metadata")),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static PaymentEvent Refunded(in WebhookEventHead head, JsonElement checkout, string paymentId)
    {
        var refunds = CheckoutRefunds.Of(checkout);
        var metadata = CheckoutMetadata(checkout);
        refunds.AddTo(ref metadata);
        return Refund(
            head, checkout, paymentId, refunds.IsFull == false ? PaymentStatus.PartiallyRefunded : PaymentStatus.Refunded, refunds.Last(), metadata);
    }

    private static PaymentEvent RefundFailed(in WebhookEventHead head, JsonElement checkout, string paymentId)
    {
        var metadata = CheckoutMetadata(checkout);
        return Refund(head, checkout, paymentId, PaymentStatus.Succeeded, CheckoutRefunds.LastFailed(checkout), metadata);
    }

    private static PaymentEvent Refund(
        in WebhookEventHead head,
        JsonElement checkout,
        string paymentId,
        PaymentStatus status,
        (PaymentRefund Details, string? Currency, string? TransactionHash) refund,
        EventMetadata metadata)
    {
        metadata.Set("refundId", refund.Details.Id);
        metadata.Set("reason", refund.Details.Reason);
        metadata.Set("refundTransactionHash", refund.TransactionHash);
        return new(head, status, paymentId)
        {
            Amount = refund.Details.Amount,
            Currency = refund.Currency,
            Refund = refund.Details,
            CustomerRef = metadata.CustomerRef,
            Reference = EventMetadata.ReferenceIn(checkout.At("metadata")),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static EventMetadata CheckoutMetadata(JsonElement checkout)
    {
        var metadata = EventMetadata.From(checkout.At("metadata"), Details);
        metadata.Set("network", Network(checkout.At("network")));
        metadata.Set("transactionHash", checkout.At("transactionHash").Text());
        return metadata;
    }

    // Transfers and on-ramps have ids too, but not of payments.
    private static IReadOnlyDictionary<string, string> Ids(string eventType, JsonElement checkout)
    {
        var metadata = default(EventMetadata);
        if (eventType.StartsWith("checkout.", StringComparison.Ordinal) || eventType.StartsWith("payment_link.", StringComparison.Ordinal))
        {
            metadata.Set("paymentId", checkout.At("id").Text());
            metadata.Set("status", checkout.At("status").Text());
        }

        return metadata.ToDictionary();
    }
}
