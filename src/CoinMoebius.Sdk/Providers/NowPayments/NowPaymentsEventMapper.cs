using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>Maps NOWPayments' notifications to neutral events. Fields: documenter.getpostman.com/view/7907941/S1a32n38.</summary>
internal static class NowPaymentsEventMapper
{
    /// <summary>Maps the canonical text, the only one that the signature covers.</summary>
    public static WebhookEvent Map(JsonElement root, in NowPaymentsDelivery delivery)
    {
        var updated = root.At("updated_at");
        var head = delivery.Head(root.At("payment_status").Text() ?? "", updated.UnixMilliseconds() ?? updated.IsoTime());

        // Payouts and recurring payments arrive at the same address, without a payment status.
        return head.EventType.Length > 0 && root.At("payment_id").TextOrNumber() is { } paymentId
            ? Payment(head, root, paymentId)
            : Unmapped(head, root);
    }

    /// <summary>
    /// Returns the raw text of the parent payment; null for none. Any non-empty value counts as one.
    /// </summary>
    public static string? ParentOf(JsonElement root) =>
        root.At("parent_payment_id") is var parent && parent.Exists() && parent.GetRawText() is var text && text != "\"\"" ? text : null;

    private static PaymentEvent Payment(in WebhookEventHead head, JsonElement root, string paymentId)
    {
        var status = StatusOf(head.EventType, root);
        var invoiced = root.At("price_amount").Decimal();
        var invoicedCurrency = root.At("price_currency").Currency();
        var reference = root.At("order_id").TextOrNumber();
        if (status == PaymentStatus.Partial)
        {
            return Partial(head, root, paymentId) with { Reference = reference };
        }

        if (status != PaymentStatus.Refunded)
        {
            return new(head, status, paymentId) { Amount = invoiced, Currency = invoicedCurrency, Reference = reference };
        }

        // The refund is the received amount, which is less than the price for an underpaid payment.
        var payment = IsShort(root)
            ? Partial(head, root, paymentId) with { Status = status }
            : new PaymentEvent(head, status, paymentId) { Amount = invoiced, Currency = invoicedCurrency };
        return payment with { Reference = reference, Refund = new() { Amount = payment.Amount, Status = RefundStatus.Succeeded } };
    }

    // The paid amount counts in coins; the fiat value is zero if NOWPayments did not calculate it. Never mix the two.
    private static PaymentEvent Partial(in WebhookEventHead head, JsonElement root, string paymentId)
    {
        var invoiced = root.At("price_amount").Decimal();
        var invoicedCurrency = root.At("price_currency").Currency();
        var paid = root.At("actually_paid").Decimal();
        var payCurrency = root.At("pay_currency").Currency();
        var inFiat = root.At("actually_paid_at_fiat").Decimal() is > 0 and var value ? value : (decimal?)null;
        var isPricedApart = inFiat is null && paid is not null && payCurrency != invoicedCurrency && invoicedCurrency is not null;
        var metadata = default(EventMetadata);
        metadata.Set("invoicedAmount", invoiced?.ToString(CultureInfo.InvariantCulture));
        metadata.Set("invoicedCurrency", invoicedCurrency);
        metadata.Set("actuallyPaid", paid?.ToString(CultureInfo.InvariantCulture));
        metadata.Set("payCurrency", payCurrency);
        return new(head, PaymentStatus.Partial, paymentId)
        {
            Amount = inFiat ?? paid,
            Currency = inFiat is null ? payCurrency : invoicedCurrency,
            PricedAmount = isPricedApart ? invoiced : null,
            PricedCurrency = isPricedApart && invoiced is not null ? invoicedCurrency : null,
            Metadata = metadata.ToDictionary(),
        };
    }

    private static bool IsShort(JsonElement root) =>
        root.At("actually_paid").Decimal() is > 0 and var paid && root.At("pay_amount").Decimal() is { } asked && paid < asked;

    private static UnmappedEvent Unmapped(in WebhookEventHead head, JsonElement root)
    {
        var metadata = default(EventMetadata);
        metadata.Set("paymentId", root.At("payment_id").TextOrNumber());
        metadata.Set("status", head.EventType.Length > 0 ? head.EventType : root.At("status").Text());
        return new(head) { Metadata = metadata.ToDictionary() };
    }

    private static PaymentStatus StatusOf(string status, JsonElement root) => status switch
    {
        // A payment with a parent is a second deposit or one in another coin: finished, but perhaps far too little.
        NowPaymentsEventTypes.Finished => ParentOf(root) is not null ? PaymentStatus.Partial : PaymentStatus.Succeeded,
        NowPaymentsEventTypes.PartiallyPaid or NowPaymentsEventTypes.WrongAssetConfirmed => PaymentStatus.Partial,
        NowPaymentsEventTypes.Refunded => PaymentStatus.Refunded,
        NowPaymentsEventTypes.Failed or NowPaymentsEventTypes.Expired or NowPaymentsEventTypes.Cancelled => PaymentStatus.Failed,
        _ => PaymentStatus.Pending,
    };
}

/// <summary>The mapper's input beside the parsed text.</summary>
/// <param name="RawBody">The bytes received.</param>
/// <param name="Canonical">The signed text.</param>
internal readonly record struct NowPaymentsDelivery(ReadOnlyMemory<byte> RawBody, ReadOnlyMemory<byte> Canonical)
{
    public WebhookEventHead Head(string eventType, DateTimeOffset? occurredAt) =>
        new(PaymentProvider.NowPayments, ContentDigest.EventId(Canonical.Span), eventType, RawBody, OccurredAt: occurredAt);
}
