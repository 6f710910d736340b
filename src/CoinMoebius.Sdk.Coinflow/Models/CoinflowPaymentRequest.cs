using System.Diagnostics;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A payment that is made at once. The API knows no idempotency key here: the client never sends one twice.</summary>
public abstract record CoinflowPaymentRequest : CoinflowPurchaseRequest
{
    private protected CoinflowPaymentRequest()
    {
    }

    /// <summary>What to pay, before fees. Required, except where a saved method is only checked or a plan names the price.</summary>
    public CoinflowSubtotal? Subtotal { get; init; }

    /// <summary>The token of <see cref="ICoinflowClient.CreateCheckoutTokenAsync"/>, where the merchant's settings ask for one.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? JwtToken { get; init; }

    internal override void Check()
    {
        base.Check();
        CheckSubtotal();
    }

    private protected virtual void CheckSubtotal() => CoinflowChecks.RequirePositive(Subtotal, nameof(Subtotal));
}
