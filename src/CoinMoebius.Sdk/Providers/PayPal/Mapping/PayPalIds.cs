using System.Text.Json;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.PayPal.Mapping;

/// <summary>Collects the ids in an unmapped event.</summary>
internal static class PayPalIds
{
    /// <summary>Returns the ids and the status of the resource as metadata.</summary>
    /// <param name="eventType">The event's name, which determines the kind of resource.</param>
    /// <param name="resource">The resource.</param>
    public static IReadOnlyDictionary<string, string> Of(string eventType, JsonElement resource)
    {
        var id = resource.At("id").Text();
        var metadata = default(EventMetadata);
        if (Is("PAYMENT.REFUND.") || eventType is PayPalEventTypes.PaymentCaptureRefunded or PayPalEventTypes.PaymentCaptureReversed)
        {
            metadata.Set("paymentId", PayPalFields.RefundedCapture(resource));
            metadata.Set("refundId", id);
            metadata.Set("checkoutId", PayPalFields.OrderId(resource));
        }
        else if (eventType == PayPalEventTypes.PaymentSaleRefunded)
        {
            metadata.Set("paymentId", resource.At("sale_id").Text());
            metadata.Set("refundId", id);
        }
        else if (Is("PAYMENT.CAPTURE.") || Is("PAYMENT.SALE."))
        {
            metadata.Set("paymentId", id);
            metadata.Set("checkoutId", PayPalFields.OrderId(resource));
            metadata.Set("subscriptionId", resource.At("billing_agreement_id").Text());
        }
        else if (Is("CHECKOUT."))
        {
            metadata.Set("paymentId", resource.At("order_id").Text() ?? id);
        }
        else if (Is("PAYMENT.AUTHORIZATION."))
        {
            metadata.Set("authorizationId", id);
            metadata.Set("checkoutId", PayPalFields.OrderId(resource));
        }
        else if (Is("CUSTOMER.DISPUTE."))
        {
            metadata.Set("paymentId", PayPalDisputes.TransactionOf(resource).At("seller_transaction_id").Text());
            metadata.Set("disputeId", resource.At("dispute_id").Text());
            metadata.Set("outcome", resource.At("dispute_outcome", "outcome_code").Text());
        }
        else if (Is("BILLING.SUBSCRIPTION."))
        {
            metadata.Set("subscriptionId", id);
        }
        else
        {
            return metadata.ToDictionary();
        }

        metadata.Set("status", resource.At("status").Text() ?? resource.At("state").Text());
        return metadata.ToDictionary();

        bool Is(string family) => eventType.StartsWith(family, StringComparison.Ordinal);
    }
}
