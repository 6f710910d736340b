using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Providers.Monero.Json;

namespace CoinMoebius.Sdk.Providers.Monero;

/// <summary>
/// Maps the webhooks of a Coin Moebius indexer to neutral events. Fields: github.com/aquarian-metals/coin-moebius,
/// packages/providers/monero.
/// </summary>
internal static class MoneroEventMapper
{
    public static WebhookEvent Map(JsonElement root, in MoneroDelivery delivery)
    {
        var head = new WebhookEventHead(
            PaymentProvider.Monero,
            ContentDigest.EventId(delivery.RawBody.Span),
            root.At("status").Text() ?? "",
            delivery.RawBody,
            OccurredAt: delivery.SentAt);

        // The indexer names itself, so that payments of another sender with the same secret do not become Monero's.
        var isMonero = root.At("provider") is var sender && (!sender.Exists() || sender.Text() == PaymentProvider.Values.Monero);
        return isMonero && head.EventType.Length > 0 && root.At("paymentId").Text() is { } paymentId
            ? Payment(head, root, delivery, paymentId)
            : Unmapped(head, root);
    }

    private static UnmappedEvent Unmapped(in WebhookEventHead head, JsonElement root)
    {
        var metadata = default(EventMetadata);
        metadata.Set("paymentId", root.At("paymentId").Text());
        metadata.Set("status", head.EventType.Length > 0 ? head.EventType : null);
        return new(head) { Metadata = metadata.ToDictionary() };
    }

    private static PaymentEvent Payment(in WebhookEventHead head, JsonElement root, in MoneroDelivery delivery, string paymentId)
    {
        var invoiced = root.Money("invoiceAmount", "invoiceCurrency");
        var status = StatusOf(head.EventType);
        var wasAsked = status == PaymentStatus.Succeeded || status == PaymentStatus.Pending;

        // The body's XMR numbers are doubles for display, so nothing is computed from them.
        var metadata = EventMetadata.From(root.At("metadata"));
        metadata.Set("address", root.At("address").Text());
        metadata.Set("txHash", root.At("txHash").Text());
        metadata.Set("confirmations", root.At("confirmations").TextOrNumber());
        metadata.Set("requiredConfirmations", root.At("requiredConfirmations").TextOrNumber());
        metadata.Set("expectedAmountAtomic", Text(delivery.Expected));
        metadata.Set("receivedAmountAtomic", Text(delivery.Received));
        if (!wasAsked)
        {
            metadata.Set("invoicedAmount", invoiced?.Amount.ToString(CultureInfo.InvariantCulture));
            metadata.Set("invoicedCurrency", invoiced?.Currency);
        }

        return new PaymentEvent(head, status, paymentId)
        {
            Amount = wasAsked ? invoiced?.Amount
                : status == PaymentStatus.Failed ? 0
                : Received(invoiced?.Amount, delivery),
            Currency = invoiced?.Currency,
            CustomerRef = metadata.CustomerRef,
            Reference = EventMetadata.ReferenceIn(root.At("metadata")),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static PaymentStatus StatusOf(string status) => status switch
    {
        MoneroEventTypes.Success => PaymentStatus.Succeeded,
        MoneroEventTypes.Partial => PaymentStatus.Partial,
        MoneroEventTypes.Failed => PaymentStatus.Failed,
        _ => PaymentStatus.Pending,
    };

    private static decimal? Received(decimal? invoiced, in MoneroDelivery delivery) =>
        (invoiced, delivery.Received, delivery.Expected) is ({ } amount, { } received, { } expected)
            ? InvoiceShare.Of(amount, received, expected)
            : null;

    private static string? Text(MoneroAmount? amount) => amount?.AtomicUnits.ToString(CultureInfo.InvariantCulture);
}
