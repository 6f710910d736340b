using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Stripe.Mapping;

/// <summary>Maps refunds of charges, and failed refunds. Returns null for events without a neutral meaning.</summary>
internal static class StripeRefundMapper
{
    public static WebhookEvent? Refunded(in StripeMessage message)
    {
        var charge = message.Data;
        var chargeId = charge.At("id").Text();
        if ((charge.At("payment_intent").Id() ?? chargeId) is not { } paymentId)
        {
            return null;
        }

        var currency = charge.At("currency").Currency();
        var metadata = EventMetadata.From(charge.At("metadata"), 4);
        metadata.Set("chargeId", chargeId);
        metadata.Set("originalAmount", charge.Amount("amount", currency)?.ToString(CultureInfo.InvariantCulture));
        metadata.Set("partial", charge.At("refunded").IsTrue() ? "false" : "true");
        var isVoid = charge.At("captured").Boolean() == false;
        var total = charge.At("amount_refunded").Whole();
        var released = isVoid || message.IsSinceBasil ? 0 : Released(charge);
        if (released > 0 && total <= released)
        {
            return null;
        }

        var before = Math.Max(message.Root.At("data", "previous_attributes", "amount_refunded").Whole() ?? 0, released);
        var isFull = charge.At("refunded").Boolean();
        var newest = Newest(charge.At("refunds", "data"));
        var amount = StripeFields.ToMajor(total > before ? total - before : null, currency);
        metadata.Set("refundId", newest.At("id").Text());
        return new PaymentEvent(
            message.Head, isVoid ? PaymentStatus.Reversed : isFull == false ? PaymentStatus.PartiallyRefunded : PaymentStatus.Refunded, paymentId)
        {
            Amount = amount,
            Currency = currency,
            CustomerRef = metadata.CustomerRef ?? charge.At("customer").Id(),
            Reference = EventMetadata.ReferenceIn(charge.At("metadata")),
            Refund = isVoid ? null : new()
            {
                Id = newest.At("id").Text(),
                Amount = amount,
                TotalAmount = StripeFields.ToMajor(total - released, currency),
                IsFull = isFull,
                Status = RefundStatus.Succeeded,
                Reason = newest.At("reason").Text(),
            },
            Metadata = metadata.ToDictionary(),
        };
    }

    /// <summary>The charge's event reports a successful refund; mapping both events would count the amount twice.</summary>
    public static WebhookEvent? Changed(in StripeMessage message)
    {
        var state = message.Data.At("status");
        return state.Is("failed"u8) || state.Is("canceled"u8) ? Failed(message) : null;
    }

    public static WebhookEvent? Failed(in StripeMessage message)
    {
        var refund = message.Data;
        var chargeId = refund.At("charge").Id();
        if ((refund.At("payment_intent").Id() ?? chargeId) is not { } paymentId)
        {
            return null;
        }

        var currency = refund.At("currency").Currency();
        var amount = refund.Amount("amount", currency);
        var refundId = refund.At("id").Text();
        var reason = refund.At("failure_reason").Text() ?? refund.At("reason").Text();
        var metadata = EventMetadata.From(refund.At("metadata"), 3);
        metadata.Set("refundId", refundId);
        metadata.Set("chargeId", chargeId);
        metadata.Set("reason", reason);
        return new PaymentEvent(message.Head, PaymentStatus.Succeeded, paymentId)
        {
            Amount = amount,
            Currency = currency,
            CustomerRef = metadata.CustomerRef,
            Reference = EventMetadata.ReferenceIn(refund.At("metadata")),
            Refund = new() { Id = refundId, Amount = amount, Status = RefundStatus.Failed, Reason = reason },
            Metadata = metadata.ToDictionary(),
        };
    }

    // Before basil, the uncaptured rest of a partial capture counted as refunded:
    // docs.stripe.com/changelog/basil/2025-03-31/remove-refund-from-partial-capture-and-payment-cancellation-flow
    private static long Released(JsonElement charge) =>
        charge.At("amount").Whole() is { } amount && charge.At("amount_captured").Whole() is > 0 and var captured && captured < amount
            ? amount - captured
            : 0;

    private static JsonElement Newest(JsonElement refunds)
    {
        var newest = default(JsonElement);
        if (refunds.ValueKind == JsonValueKind.Array)
        {
            foreach (var refund in refunds.EnumerateArray())
            {
                if (!newest.Exists() || refund.At("created").Whole() > newest.At("created").Whole())
                {
                    newest = refund;
                }
            }
        }

        return newest;
    }
}
