namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The payout of settled money on a blockchain.</summary>
public sealed record CoinflowDisbursedFundsData : CoinflowNotificationData
{
    /// <summary>The payment id.</summary>
    public string? Id { get; init; }

    /// <summary>The merchant.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The id of the blockchain transaction. It does not sign this delivery.</summary>
    public string? Signature { get; init; }

    /// <summary>The amount that was paid out.</summary>
    public CoinflowMoney? Amount { get; init; }

    /// <summary>When it was paid out, in UTC.</summary>
    public DateTimeOffset? DisbursedAt { get; init; }

    /// <summary><c>Credits</c> or <c>USDC</c>.</summary>
    public string? SettlementType { get; init; }

    /// <summary>The chain.</summary>
    public string? Blockchain { get; init; }
}
