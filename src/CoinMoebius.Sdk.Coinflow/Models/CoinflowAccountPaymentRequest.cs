using System.Diagnostics;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Pays with a PayPal (<see cref="ICoinflowClient.PayByPayPalAsync"/>) or Venmo account (<see cref="ICoinflowClient.PayByVenmoAsync"/>).</summary>
public sealed record CoinflowAccountPaymentRequest : CoinflowPaymentRequest
{
    /// <summary>The token of a known account; null for a new one.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; init; }

    internal override void Check()
    {
        base.Check();
        CoinflowChecks.Require(Token is not { Length: 0 }, nameof(Token), "it is empty; leave it null for a new account.");
    }
}
