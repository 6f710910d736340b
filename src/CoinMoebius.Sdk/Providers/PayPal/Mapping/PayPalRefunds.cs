using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.PayPal.Mapping;

/// <summary>Maps returned money: refunds by the merchant and reversals by PayPal. The resource of both is the refund.</summary>
internal static class PayPalRefunds
{
    /// <summary>Maps a refund of a capture; null when it is pending or names no payment.</summary>
    /// <param name="head">The event's head.</param>
    /// <param name="refund">The refund.</param>
    /// <param name="status">The status according to the event's name; null to read it from the refund.</param>
    public static PaymentEvent? OfCapture(in WebhookEventHead head, JsonElement refund, RefundStatus? status = null) =>
        (status ?? StatusOf(refund)) is { } known && PaymentOf(refund) is { } paymentId ? Refund(head, refund, known, paymentId, PayPalFields.RefundedCapture(refund)) : null;

    /// <summary>Maps a refund of a sale; null when it is pending or names no sale.</summary>
    /// <param name="head">The event's head.</param>
    /// <param name="refund">The refund.</param>
    public static PaymentEvent? OfSale(in WebhookEventHead head, JsonElement refund) =>
        StatusOf(refund) is { } status && refund.At("sale_id").Text() is { } saleId ? Refund(head, refund, status, saleId, captureId: null) : null;

    /// <summary>Maps a reversal of a capture by PayPal; null when the event does not identify the capture.</summary>
    /// <param name="head">The event's head.</param>
    /// <param name="refund">The refund.</param>
    public static PaymentEvent? ReversalOfCapture(in WebhookEventHead head, JsonElement refund) =>
        PaymentOf(refund) is { } paymentId ? Reversal(head, refund, paymentId, PayPalFields.RefundedCapture(refund)) : null;

    /// <summary>Maps a reversal of a sale by PayPal. The resource may be the sale itself.</summary>
    /// <param name="head">The event's head.</param>
    /// <param name="resource">The refund or the sale.</param>
    public static PaymentEvent? ReversalOfSale(in WebhookEventHead head, JsonElement resource) =>
        (resource.At("sale_id").Text() ?? resource.At("id").Text()) is { } saleId ? Reversal(head, resource, saleId, captureId: null) : null;

    // PayPal does not state whether a refund covers the whole payment.
    private static PaymentEvent Refund(in WebhookEventHead head, JsonElement refund, RefundStatus status, string paymentId, string? captureId)
    {
        var (value, currency) = PayPalFields.Magnitude(refund.At("amount"));
        var isDone = status == RefundStatus.Succeeded;
        return Returned(head, refund, isDone ? PaymentStatus.Refunded : PaymentStatus.Succeeded, paymentId, captureId, new()
        {
            Id = refund.At("id").Text(),
            Amount = value,
            TotalAmount = isDone ? TotalOf(refund, currency) : null,
            Status = status,
            Reason = refund.At("status_details", "reason").Text() ?? refund.At("reason").Text() ?? refund.At("note_to_payer").Text(),
        });
    }

    private static PaymentEvent Reversal(in WebhookEventHead head, JsonElement refund, string paymentId, string? captureId) =>
        Returned(head, refund, PaymentStatus.Reversed, paymentId, captureId, details: null);

    private static PaymentEvent Returned(
        in WebhookEventHead head, JsonElement refund, PaymentStatus status, string paymentId, string? captureId, PaymentRefund? details)
    {
        var (value, currency) = PayPalFields.Magnitude(refund.At("amount"));
        var orderId = PayPalFields.OrderId(refund);
        var refundId = refund.At("id").Text();
        var metadata = default(EventMetadata);
        metadata.Set("captureId", captureId);
        metadata.Set("refundId", refundId == paymentId ? null : refundId);
        return new(head, status, paymentId)
        {
            Amount = value,
            Currency = currency,
            Refund = details,
            CheckoutId = orderId == paymentId ? null : orderId ?? refund.At("parent_payment").Text(),
            SubscriptionId = refund.At("billing_agreement_id").Text(),
            Reference = PayPalFields.Reference(refund),
            CustomerRef = PayPalFields.CustomerRef(refund),
            Metadata = metadata.ToDictionary(),
        };
    }

    private static string? PaymentOf(JsonElement refund) => PayPalFields.RefundedCapture(refund) ?? PayPalFields.OrderId(refund);

    // The event's name means completion; only these words contradict it.
    private static RefundStatus? StatusOf(JsonElement refund) => (refund.At("status").Text() ?? refund.At("state").Text()) switch
    {
        "PENDING" or "pending" => null,
        "FAILED" or "CANCELLED" or "failed" or "cancelled" => RefundStatus.Failed,
        _ => RefundStatus.Succeeded,
    };

    private static decimal? TotalOf(JsonElement refund, string? currency)
    {
        var (value, code) = PayPalFields.Magnitude(refund.At("seller_payable_breakdown", "total_refunded_amount"));
        if (value is null)
        {
            (value, code) = PayPalFields.Magnitude(refund.At("total_refunded_amount"));
        }

        return code == currency ? value : null;
    }
}
