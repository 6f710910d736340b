namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The rent of accounts on Solana.</summary>
public sealed record CoinflowRent : ApiModel
{
    /// <summary>The rent in lamports, in digits; Coinflow expects text.</summary>
    public string? Lamports { get; init; }
}
