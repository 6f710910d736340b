using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// Takes a payment without the payer: an amount from the card of an earlier payment, or the price of a subscription plan.
/// </summary>
public sealed record CoinflowMerchantInitiatedRequest : CoinflowPaymentRequest
{
    /// <summary>The payment that first used the card; with <see cref="CoinflowPaymentRequest.Subtotal"/>.</summary>
    public string? OriginalPaymentId { get; init; }

    /// <summary>The code of the plan, instead of the two.</summary>
    public string? SubscriptionPlanCode { get; init; }

    private protected override void CheckSubtotal()
    {
        var hasPlan = !string.IsNullOrWhiteSpace(SubscriptionPlanCode);
        CoinflowChecks.Require(
            hasPlan != !string.IsNullOrWhiteSpace(OriginalPaymentId),
            nameof(SubscriptionPlanCode), "set SubscriptionPlanCode, or OriginalPaymentId with Subtotal, but not both.");
        if (hasPlan)
        {
            CoinflowChecks.Require(Subtotal is null, nameof(Subtotal), "omit it; the plan determines the price.");
        }
        else
        {
            base.CheckSubtotal();
        }
    }
}
