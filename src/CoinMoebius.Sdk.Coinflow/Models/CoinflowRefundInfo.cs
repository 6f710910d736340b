namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The refunds of a payment.</summary>
public sealed record CoinflowRefundInfo : ApiModel
{
    /// <summary>The number of refunds.</summary>
    public int? Count { get; init; }

    /// <summary>When the last refund was made.</summary>
    public DateTimeOffset? RefundedAt { get; init; }

    /// <summary>The total amount.</summary>
    public CoinflowMoney? Amount { get; init; }
}
