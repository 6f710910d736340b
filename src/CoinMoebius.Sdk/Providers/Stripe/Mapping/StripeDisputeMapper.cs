using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Stripe.Mapping;

/// <summary>Maps disputes and inquiries. Returns null for events without a neutral meaning.</summary>
internal static class StripeDisputeMapper
{
    private const string Inquiry = "warning_";

    /// <summary>Some disputes are lost from the start: banks decide on debits without the merchant.</summary>
    public static WebhookEvent? Opened(in StripeMessage message) =>
        Map(message, PaymentStatus.Disputed, message.Data.At("status").Is("lost"u8) ? DisputeOutcome.Lost : DisputeOutcome.Open);

    public static WebhookEvent? Closed(in StripeMessage message) => message.Data.At("status").Text() switch
    {
        "won" or "warning_closed" => Map(message, PaymentStatus.Succeeded, DisputeOutcome.Won),
        "lost" => Map(message, PaymentStatus.Disputed, DisputeOutcome.Lost),
        _ => null,
    };

    private static PaymentEvent? Map(in StripeMessage message, PaymentStatus status, DisputeOutcome outcome)
    {
        var dispute = message.Data;
        var chargeId = dispute.At("charge").Id();
        if ((dispute.At("payment_intent").Id() ?? chargeId) is not { } paymentId)
        {
            return null;
        }

        var currency = dispute.At("currency").Currency();
        var amount = dispute.Amount("amount", currency);
        var disputeId = dispute.At("id").Text();
        var reason = dispute.At("reason").Text();
        var metadata = EventMetadata.From(dispute.At("metadata"), 3);
        metadata.Set("disputeId", disputeId);
        metadata.Set("chargeId", chargeId);
        metadata.Set("reason", reason);
        return new PaymentEvent(message.Head, status, paymentId)
        {
            Amount = amount,
            Currency = currency,
            CustomerRef = metadata.CustomerRef,
            Reference = EventMetadata.ReferenceIn(dispute.At("metadata")),
            Dispute = new()
            {
                Id = disputeId,
                Amount = amount,
                Reason = reason,
                Outcome = outcome,
                IsInquiry = IsInquiry(dispute),
                RespondBy = dispute.At("evidence_details", "due_by").UnixSeconds(),
            },
            Metadata = metadata.ToDictionary(),
        };
    }

    private static bool IsInquiry(JsonElement dispute) =>
        dispute.At("status").Text() is { } status && status.StartsWith(Inquiry, StringComparison.Ordinal);
}
