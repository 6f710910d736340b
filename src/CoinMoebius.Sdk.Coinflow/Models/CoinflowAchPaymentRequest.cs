using System.Diagnostics;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Debits a bank account in the United States. The subtotal has cents only: omit the currency.</summary>
public sealed record CoinflowAchPaymentRequest : CoinflowPaymentRequest
{
    /// <summary>The token of the bank account.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public required string Token { get; init; }

    internal override void Check()
    {
        base.Check();
        CoinflowChecks.RequireText(Token, nameof(Token));
    }

    private protected override void CheckSubtotal() => CoinflowChecks.CentsOnly(Subtotal, nameof(Subtotal));
}
