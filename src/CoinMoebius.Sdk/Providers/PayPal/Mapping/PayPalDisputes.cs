using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.PayPal.Mapping;

/// <summary>Maps disputes, which PayPal calls inquiries, chargebacks, claims or arbitrations.</summary>
internal static class PayPalDisputes
{
    /// <summary>Maps an opened dispute; null when it names no payment.</summary>
    /// <param name="head">The event's head.</param>
    /// <param name="dispute">The dispute.</param>
    public static PaymentEvent? Opened(in WebhookEventHead head, JsonElement dispute) => Dispute(head, dispute, DisputeOutcome.Open);

    /// <summary>Maps a decided dispute; null when it names no payment or no known outcome.</summary>
    /// <param name="head">The event's head.</param>
    /// <param name="dispute">The dispute.</param>
    public static PaymentEvent? Resolved(in WebhookEventHead head, JsonElement dispute) =>
        OutcomeOf(dispute.At("dispute_outcome", "outcome_code").Text()) is { } outcome ? Dispute(head, dispute, outcome) : null;

    /// <summary>Returns the first disputed transaction with a seller's transaction id.</summary>
    /// <param name="dispute">The dispute.</param>
    public static JsonElement TransactionOf(JsonElement dispute)
    {
        var transactions = dispute.At("disputed_transactions");
        if (transactions.ValueKind == JsonValueKind.Array)
        {
            foreach (var transaction in transactions.EnumerateArray())
            {
                if (transaction.At("seller_transaction_id").Text() is not null)
                {
                    return transaction;
                }
            }
        }

        return default;
    }

    // With a payout, PayPal pays the buyer itself. NONE: closed without a decision, since the payment has another dispute.
    private static DisputeOutcome? OutcomeOf(string? code) => code switch
    {
        "RESOLVED_SELLER_FAVOUR" or "RESOLVED_WITH_PAYOUT" or "CANCELED_BY_BUYER" or "DENIED" or "NONE" => DisputeOutcome.Won,
        "RESOLVED_BUYER_FAVOUR" or "ACCEPTED" => DisputeOutcome.Lost,
        _ => null,
    };

    private static PaymentEvent? Dispute(in WebhookEventHead head, JsonElement dispute, DisputeOutcome outcome)
    {
        var transaction = TransactionOf(dispute);
        if (transaction.At("seller_transaction_id").Text() is not { } paymentId)
        {
            return null;
        }

        var disputeId = dispute.At("dispute_id").Text();
        var reason = dispute.At("reason").Text();
        var (value, currency) = PayPalFields.Amount(dispute.At("dispute_amount"));
        var metadata = default(EventMetadata);
        metadata.Set("captureId", paymentId);
        metadata.Set("disputeId", disputeId);
        metadata.Set("reason", reason);
        metadata.Set("outcome", dispute.At("dispute_outcome", "outcome_code").Text());
        return new(head, outcome == DisputeOutcome.Won ? PaymentStatus.Succeeded : PaymentStatus.Disputed, paymentId)
        {
            Amount = value,
            Currency = currency,
            Reference = PayPalFields.Reference(transaction),
            CustomerRef = PayPalFields.CustomerRef(transaction),
            CheckoutId = PayPalFields.OrderId(dispute),
            Dispute = new()
            {
                Id = disputeId,
                Amount = value,
                Reason = reason,
                Outcome = outcome,
                IsInquiry = dispute.At("dispute_life_cycle_stage").Text() == "INQUIRY",
                RespondBy = dispute.At("seller_response_due_date").IsoTime(),
            },
            Metadata = metadata.ToDictionary(),
        };
    }
}
