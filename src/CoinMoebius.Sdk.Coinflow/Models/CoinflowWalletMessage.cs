namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The message that a wallet signs to log its owner in.</summary>
public sealed record CoinflowWalletMessage : ApiModel
{
    /// <summary>The message to sign.</summary>
    public string? Message { get; init; }

    /// <summary>The transaction to sign instead, for wallets that sign no messages; or null.</summary>
    public string? Transaction { get; init; }
}
