using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// Takes a payment without the payer: a sum from the card of an earlier payment, or what a subscription plan says.
/// </summary>
public sealed record CoinflowMerchantInitiatedRequest : CoinflowPaymentRequest
{
    /// <summary>The payment that the card is known from; with <see cref="CoinflowPaymentRequest.Subtotal"/>.</summary>
    public string? OriginalPaymentId { get; init; }

    /// <summary>The code of the plan, instead of the two.</summary>
    public string? SubscriptionPlanCode { get; init; }

    private protected override void CheckSubtotal()
    {
        var hasPlan = !string.IsNullOrWhiteSpace(SubscriptionPlanCode);
        CoinflowChecks.Require(
            hasPlan != !string.IsNullOrWhiteSpace(OriginalPaymentId),
            nameof(SubscriptionPlanCode), "set SubscriptionPlanCode, or OriginalPaymentId with Subtotal, and not both.");
        if (hasPlan)
        {
            CoinflowChecks.Require(Subtotal is null, nameof(Subtotal), "leave it out; the plan names the price.");
        }
        else
        {
            base.CheckSubtotal();
        }
    }
}
