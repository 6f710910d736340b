using System.Diagnostics;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A direct payment. The API has no idempotency key here: the client never sends a payment twice.</summary>
public abstract record CoinflowPaymentRequest : CoinflowPurchaseRequest
{
    private protected CoinflowPaymentRequest()
    {
    }

    /// <summary>The amount, before fees. Required, except where a saved method is only checked or a plan determines the price.</summary>
    public CoinflowSubtotal? Subtotal { get; init; }

    /// <summary>The token of <see cref="ICoinflowClient.CreateCheckoutTokenAsync"/>, where the merchant's settings require one.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? JwtToken { get; init; }

    internal override void Check()
    {
        base.Check();
        CheckSubtotal();
    }

    private protected virtual void CheckSubtotal() => CoinflowChecks.RequirePositive(Subtotal, nameof(Subtotal));
}
