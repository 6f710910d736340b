using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Coinflow.Mapping;

/// <summary>Reads refunds from events and looked-up payments.</summary>
internal static class CoinflowRefunds
{
    /// <summary>The status of a refund; null while unknown. Coinflow does not document what <c>Refund Returned</c> returns, and to whom.</summary>
    public static RefundStatus? StatusOf(string eventType, JsonElement refund) => eventType switch
    {
        CoinflowEventTypes.RefundComplete => RefundStatus.Succeeded,
        CoinflowEventTypes.RefundFailure => RefundStatus.Failed,
        CoinflowEventTypes.Refund => refund.At("status").Text() switch
        {
            "Settled" => RefundStatus.Succeeded,
            "Failed" => RefundStatus.Failed,
            _ => null,
        },
        _ => null,
    };

    /// <summary>The refund of an event. Coinflow does not state which part of the payment it is.</summary>
    public static PaymentRefund Of(JsonElement refund, RefundStatus status, decimal? amount) => new()
    {
        Id = IdOf(refund),
        Amount = amount,
        Status = status,
        Reason = refund.At("failureReason").Text() ?? refund.At("reason").Text(),
    };

    /// <summary>The refund's id, where the payload has one.</summary>
    public static string? IdOf(JsonElement refund) => refund.At("refundId").Text() ?? refund.At("id").Text() ?? refund.At("_id").Text();

    /// <summary>All refunds of a looked-up payment, as one; null when it is not refunded.</summary>
    public static PaymentRefund? LookedUp(JsonElement payment, CoinflowPaymentStatus status)
    {
        if (status != CoinflowPaymentStatus.Refunded)
        {
            return null;
        }

        var back = payment.At("refundInfo", "amount");
        var paid = payment.At("totals", "subtotal");
        var amount = CoinflowFields.Amount(back);
        return new()
        {
            Amount = amount,
            TotalAmount = amount,
            IsFull = CoinflowFields.Currency(back) == CoinflowFields.Currency(paid) && amount is { } returned && CoinflowFields.Amount(paid) is { } whole
                ? returned >= whole
                : null,
            Status = RefundStatus.Succeeded,
        };
    }
}
