namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A customer has used a part of a raised limit.</summary>
public sealed record CoinflowLimitThresholdData : CoinflowNotificationData
{
    /// <summary>Coinflow's id of the customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Your own id of the customer.</summary>
    public string? RawCustomerId { get; init; }

    /// <summary>The merchant.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The part: 50, 80 or 100.</summary>
    public decimal? ThresholdPercent { get; init; }

    /// <summary>The amount used, in cents.</summary>
    public decimal? CurrentVolumeCents { get; init; }

    /// <summary>The raised limit, in cents.</summary>
    public decimal? OverrideLimitCents { get; init; }
}
