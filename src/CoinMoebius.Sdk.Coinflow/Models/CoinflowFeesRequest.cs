using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Asks for the fees of each method.</summary>
public sealed record CoinflowFeesRequest : ApiModel
{
    /// <summary>The merchant; that of the options unless given.</summary>
    public string? MerchantId { get; init; }

    /// <summary>What to pay, before fees.</summary>
    public required CoinflowMoney Subtotal { get; init; }

    /// <summary>The currency that the payer is shown.</summary>
    public string? Presentment { get; init; }

    /// <summary>The first digits of the card, which decide its fees.</summary>
    public string? Bin { get; init; }

    internal void Check() => CoinflowChecks.RequirePositive(Subtotal, nameof(Subtotal));
}
