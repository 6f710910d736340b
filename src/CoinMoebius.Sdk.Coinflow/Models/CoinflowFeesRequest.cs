using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Requests the fees of each method.</summary>
public sealed record CoinflowFeesRequest : ApiModel
{
    /// <summary>The merchant; the one in the options unless given.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The amount, before fees.</summary>
    public required CoinflowMoney Subtotal { get; init; }

    /// <summary>The currency that the payer sees.</summary>
    public string? Presentment { get; init; }

    /// <summary>The first digits of the card, which determine its fees.</summary>
    public string? Bin { get; init; }

    internal void Check() => CoinflowChecks.RequirePositive(Subtotal, nameof(Subtotal));
}
