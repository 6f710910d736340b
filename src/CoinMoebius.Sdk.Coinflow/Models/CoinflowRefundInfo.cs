namespace CoinMoebius.Sdk.Coinflow;

/// <summary>What of a payment went back.</summary>
public sealed record CoinflowRefundInfo : ApiModel
{
    /// <summary>How many refunds there were.</summary>
    public int? Count { get; init; }

    /// <summary>When the last was.</summary>
    public DateTimeOffset? RefundedAt { get; init; }

    /// <summary>How much in all.</summary>
    public CoinflowMoney? Amount { get; init; }
}
