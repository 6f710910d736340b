using System.Diagnostics;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A token for one purchase, for Coinflow's script in the browser: it locks what was asked for.</summary>
public sealed record CoinflowCheckoutToken : ApiModel
{
    /// <summary>The token, a JWT; never empty in an answer of the client.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? CheckoutJwtToken { get; init; }
}
