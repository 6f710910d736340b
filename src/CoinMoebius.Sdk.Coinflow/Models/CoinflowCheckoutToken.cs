using System.Diagnostics;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A token for one purchase, for Coinflow's script in the browser: it fixes the request's values.</summary>
public sealed record CoinflowCheckoutToken : ApiModel
{
    /// <summary>The token, a JWT; never empty when the client returns it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? CheckoutJwtToken { get; init; }
}
