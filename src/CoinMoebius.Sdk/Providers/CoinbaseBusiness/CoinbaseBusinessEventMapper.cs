using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks.Json;
using CoinMoebius.Sdk.Webhooks.Signatures;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>
/// Gives Coinbase Business's events their neutral meaning. Fields: docs.cdp.coinbase.com/coinbase-business/checkout-apis/webhooks, with a
/// sample of each event. A body is the checkout itself; amounts are decimal text in major units.
/// </summary>
internal static class CoinbaseBusinessEventMapper
{
    private const string Completed = "COMPLETED";

    // Of a success; a refund has a few more.
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

        return eventType switch
        {
            CoinbaseBusinessEventTypes.CheckoutPaymentSuccess => Payment(head, checkout, PaymentStatus.Succeeded),
            CoinbaseBusinessEventTypes.CheckoutPaymentFailed or CoinbaseBusinessEventTypes.CheckoutPaymentExpired =>
                Payment(head, checkout, PaymentStatus.Failed),
            CoinbaseBusinessEventTypes.CheckoutRefundSuccess => Refund(head, checkout),
            _ => new UnmappedEvent(head),
        };
    }

    // Older deliveries wrap the checkout, and name the event beside it.
    private static (string? EventType, JsonElement Checkout) Read(JsonElement root)
    {
        var eventType = root.At("eventType");
        if (eventType.Exists())
        {
            return (eventType.Text(), root);
        }

        var envelope = root.At("event") is { ValueKind: JsonValueKind.Object } inner ? inner : root;
        var data = envelope.At("data");
        return (envelope.At("type").Text(), data.ValueKind == JsonValueKind.Object ? data : envelope);
    }

    private static WebhookEvent Payment(in WebhookEventHead head, JsonElement checkout, PaymentStatus status)
    {
        var metadata = CheckoutMetadata(checkout);
        if (status == PaymentStatus.Succeeded)
        {
            var settlement = checkout.At("settlement");
            metadata.Set("feeAmount", settlement.At("feeAmount").TextOrNumber());
            metadata.Set("netAmount", settlement.At("netAmount").TextOrNumber());
            metadata.Set("settlementCurrency", settlement.At("currency").Currency());
        }

        return Payment(head, checkout, status, checkout.At("amount").Decimal(), checkout.At("currency").Currency(), metadata);
    }

    private static WebhookEvent Refund(in WebhookEventHead head, JsonElement checkout)
    {
        var price = checkout.At("amount").Decimal();
        var total = checkout.At("refundedAmount").Decimal();
        var refund = LastCompleted(checkout.At("refunds"));
        var metadata = CheckoutMetadata(checkout);
        metadata.Set("refundId", refund.At("id").Text());
        metadata.Set("reason", refund.At("reason").Text());
        metadata.Set("refundTransactionHash", refund.At("transactionHash").Text());
        metadata.Set("originalAmount", Text(price));
        metadata.Set("refundedAmount", Text(total));
        metadata.Set("partial", total is null || price is null ? null : total < price ? "true" : "false");

        var currency = checkout.At("currency").Currency();
        return refund.At("amount").Decimal() is { } amount
            ? Payment(head, checkout, PaymentStatus.Refunded, amount, refund.At("currency").Currency() ?? currency, metadata)
            : Payment(head, checkout, PaymentStatus.Refunded, total, currency, metadata);
    }

    /// <summary>The refund that was completed last, or an undefined element. Of equal times the later one in the list counts.</summary>
    private static JsonElement LastCompleted(JsonElement refunds)
    {
        var (last, lastTime) = (default(JsonElement), DateTimeOffset.MinValue);
        if (refunds.ValueKind == JsonValueKind.Array)
        {
            foreach (var refund in refunds.EnumerateArray())
            {
                var time = refund.At("completedAt").IsoTime() ?? DateTimeOffset.MinValue;
                if (refund.At("status").Text() == Completed && time >= lastTime)
                {
                    (last, lastTime) = (refund, time);
                }
            }
        }

        return last;
    }

    private static EventMetadata CheckoutMetadata(JsonElement checkout)
    {
        var metadata = EventMetadata.From(checkout.At("metadata"), Details);
        metadata.Set("network", checkout.At("network").Text());
        metadata.Set("transactionHash", checkout.At("transactionHash").Text());
        return metadata;
    }

    private static WebhookEvent Payment(
        in WebhookEventHead head, JsonElement checkout, PaymentStatus status, decimal? amount, string? currency, in EventMetadata metadata)
    {
        if (checkout.At("id").Text() is not { } paymentId)
        {
            return new UnmappedEvent(head);
        }

        var merchant = checkout.At("metadata");
        return new PaymentEvent(head, status, paymentId)
        {
            // A sum without its currency is none.
            Amount = currency is null ? null : amount,
            Currency = currency,
            CustomerRef = metadata.CustomerRef,
            Reference = merchant.At("orderId").TextOrNumber() ?? merchant.At("order_id").TextOrNumber(),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static string? Text(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);
}
