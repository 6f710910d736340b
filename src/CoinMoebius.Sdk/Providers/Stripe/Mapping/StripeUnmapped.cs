using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Stripe.Mapping;

/// <summary>Creates events without a neutral meaning, with the ids of their objects.</summary>
internal static class StripeUnmapped
{
    public static UnmappedEvent Of(in StripeMessage message)
    {
        // Thin events name their object but do not contain it.
        var data = message.Data.Exists() ? message.Data : message.Root.At("related_object");
        var kind = data.At("object").Text() ?? data.At("type").Text();
        var id = data.At("id").Text();
        var intent = data.At("payment_intent").Id();
        var charge = kind == "charge" ? id : data.At("charge").Id();

        var metadata = default(EventMetadata);
        metadata.Set("paymentId", kind switch
        {
            "payment_intent" => id,
            "invoice" => StripeFields.IntentOf(data),
            "invoice_payment" => data.At("payment", "payment_intent").Id(),
            _ => intent ?? charge,
        });
        metadata.Set("chargeId", charge);
        metadata.Set("refundId", kind == "refund" ? id : null);
        metadata.Set("disputeId", kind == "dispute" ? id : null);
        metadata.Set("subscriptionId", kind == "subscription" ? id : StripeFields.SubscriptionOf(data));
        metadata.Set("checkoutId", kind == "checkout.session" ? id : null);
        metadata.Set("invoiceId", kind == "invoice" ? id : data.At("invoice").Id());
        return metadata.ToDictionary() is { Count: > 0 }
            ? new UnmappedEvent(message.Head) { Metadata = With(metadata, data.At("status").Text()) }
            : new UnmappedEvent(message.Head);
    }

    private static IReadOnlyDictionary<string, string> With(EventMetadata metadata, string? status)
    {
        metadata.Set("status", status);
        return metadata.ToDictionary();
    }
}
