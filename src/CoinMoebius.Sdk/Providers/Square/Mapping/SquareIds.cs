using System.Text.Json;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Square.Mapping;

/// <summary>Collects the ids in an unmapped event.</summary>
internal static class SquareIds
{
    /// <summary>Returns the ids and the status of the event's object as metadata.</summary>
    /// <param name="data">The event's objects by name.</param>
    public static IReadOnlyDictionary<string, string> Of(JsonElement data)
    {
        var metadata = default(EventMetadata);
        if (data.At("payment") is { ValueKind: JsonValueKind.Object } payment)
        {
            metadata.Set("paymentId", payment.At("id").Text());
            metadata.Set("status", payment.At("status").Text());
        }
        else if (data.At("refund") is { ValueKind: JsonValueKind.Object } refund)
        {
            metadata.Set("refundId", refund.At("id").Text());
            metadata.Set("orderId", refund.At("order_id").Text());
            metadata.Set("reason", refund.At("reason").Text());
            metadata.Set("status", refund.At("status").Text());
            metadata.Set("paymentId", refund.At("payment_id").Text());
        }
        else if (data.At("dispute") is { ValueKind: JsonValueKind.Object } dispute)
        {
            var state = dispute.At("state").Text();
            metadata.Set("disputeId", OfDispute(dispute));
            metadata.Set("reason", dispute.At("reason").Text());
            metadata.Set("state", state);
            metadata.Set("status", state);
            metadata.Set("paymentId", dispute.At("disputed_payment", "payment_id").Text());
        }
        else if (data.At("subscription") is { ValueKind: JsonValueKind.Object } subscription)
        {
            metadata.Set("subscriptionId", subscription.At("id").Text());
            metadata.Set("status", subscription.At("status").Text());
        }
        else if (data.At("invoice") is { ValueKind: JsonValueKind.Object } invoice)
        {
            metadata = OfInvoice(invoice);
            metadata.Set("subscriptionId", invoice.At("subscription_id").Text());
            metadata.Set("chargeId", invoice.At("id").Text());
        }

        return metadata.ToDictionary();
    }

    /// <summary>Returns the id of a dispute; older versions of the API call it <c>dispute_id</c>.</summary>
    /// <param name="dispute">The dispute.</param>
    public static string? OfDispute(JsonElement dispute) => dispute.At("id").Text() ?? dispute.At("dispute_id").Text();

    /// <summary>Returns the details of an invoice.</summary>
    /// <param name="invoice">The invoice.</param>
    public static EventMetadata OfInvoice(JsonElement invoice)
    {
        var metadata = default(EventMetadata);
        metadata.Set("invoiceId", invoice.At("id").Text());
        metadata.Set("invoiceNumber", invoice.At("invoice_number").Text());
        metadata.Set("orderId", invoice.At("order_id").Text());
        metadata.Set("status", invoice.At("status").Text());
        return metadata;
    }
}
