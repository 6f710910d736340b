using System.Diagnostics;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Pays with a payer's saved card, by its token.</summary>
public sealed record CoinflowTokenPaymentRequest : CoinflowPaymentRequest
{
    /// <summary>The token of the saved card.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public required string Token { get; init; }

    /// <summary>The billing address, where the API requires it, in Coinflow's format.</summary>
    public JsonObject? Address { get; init; }

    internal override void Check()
    {
        base.Check();
        CoinflowChecks.RequireText(Token, nameof(Token));
    }
}
