using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>
/// Maps Cryptomus's webhooks, and the payments of its API's responses, to neutral events. Fields:
/// doc.cryptomus.com/business/payments/webhook and …/payment-information.
/// </summary>
internal static class CryptomusEventMapper
{
    private const string PaymentType = "payment";
    private const string WalletType = "wallet";

    /// <summary>Maps the signed text, the only one that the signature covers.</summary>
    public static WebhookEvent Map(JsonElement root, in CryptomusDelivery delivery)
    {
        var status = root.At("status").Text() ?? root.At("payment_status").Text() ?? "";
        var type = root.At("type");
        var isPayment = !type.Exists() || type.Text() is PaymentType or WalletType;
        var name = isPayment ? status : $"{type.Text()}.{status}";
        var head = new WebhookEventHead(
            PaymentProvider.Cryptomus, delivery.EventId, name, delivery.RawBody, OccurredAt: root.At("updated_at").IsoTime());
        return isPayment && StatusOf(status) is { } meaning && root.At("uuid").TextOrNumber() is { } paymentId
            ? Payment(head, root, meaning, paymentId)
            : Unmapped(head, root, isPayment, status);
    }

    private static PaymentEvent Payment(in WebhookEventHead head, JsonElement root, PaymentStatus status, string paymentId)
    {
        var invoiced = root.At("amount").Decimal();
        var invoicedCurrency = root.At("currency").Currency();
        var paid = root.At("payment_amount").Decimal();
        var payerCurrency = root.At("payer_currency").Currency();
        var isRefund = status == PaymentStatus.Refunded;

        // Partial payments and refunds count in the payer's coin. Never combine a coin's amount with the invoice's currency.
        var isInCoins = isRefund || status == PaymentStatus.Partial;
        var isPricedApart = isInCoins && paid is not null && invoiced is not null && invoicedCurrency is not null && invoicedCurrency != payerCurrency;
        var metadata = default(EventMetadata);
        metadata.Set("paymentAmount", paid?.ToString(CultureInfo.InvariantCulture));
        metadata.Set("payerCurrency", payerCurrency);
        metadata.Set("network", root.At("network").Text());
        metadata.Set("txid", root.At("txid").Text());
        metadata.Set("additionalData", root.At("additional_data").TextOrNumber());
        metadata.Set("type", root.At("type").Text() == WalletType ? WalletType : null);
        if (status == PaymentStatus.Succeeded)
        {
            metadata.Set("overpaid", head.EventType == CryptomusEventTypes.PaidOver ? "true" : "false");
        }

        if (isInCoins)
        {
            metadata.Set("invoicedAmount", invoiced?.ToString(CultureInfo.InvariantCulture));
            metadata.Set("invoicedCurrency", invoicedCurrency);
        }

        return new(head, status, paymentId)
        {
            Amount = isInCoins ? paid : invoiced,
            Currency = isInCoins ? payerCurrency : invoicedCurrency,
            PricedAmount = isPricedApart ? invoiced : null,
            PricedCurrency = isPricedApart ? invoicedCurrency : null,
            Refund = isRefund ? new() { Amount = paid, IsFull = true, Status = RefundStatus.Succeeded } : null,
            Reference = root.At("order_id").TextOrNumber(),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static UnmappedEvent Unmapped(in WebhookEventHead head, JsonElement root, bool isPayment, string status)
    {
        var metadata = default(EventMetadata);
        metadata.Set("paymentId", isPayment ? root.At("uuid").TextOrNumber() : null);
        metadata.Set("status", status.Length > 0 ? status : null);
        return new(head) { Metadata = metadata.ToDictionary() };
    }

    /// <summary>
    /// Returns null for a status that is not about the payment itself: a refund in progress or failed, which may be of a partial payment, or
    /// no status at all.
    /// </summary>
    private static PaymentStatus? StatusOf(string status) => status switch
    {
        CryptomusEventTypes.Paid or CryptomusEventTypes.PaidOver => PaymentStatus.Succeeded,
        CryptomusEventTypes.WrongAmount or CryptomusEventTypes.WrongAmountWaiting => PaymentStatus.Partial,
        CryptomusEventTypes.Fail or CryptomusEventTypes.SystemFail or CryptomusEventTypes.Cancel => PaymentStatus.Failed,
        CryptomusEventTypes.RefundPaid => PaymentStatus.Refunded,
        CryptomusEventTypes.RefundProcess or CryptomusEventTypes.RefundFail or "" => null,
        _ => PaymentStatus.Pending,
    };
}

/// <summary>The mapper's input beside the parsed text.</summary>
/// <param name="RawBody">The bytes received.</param>
/// <param name="EventId">The digest of the signed text.</param>
internal readonly record struct CryptomusDelivery(ReadOnlyMemory<byte> RawBody, string EventId);
