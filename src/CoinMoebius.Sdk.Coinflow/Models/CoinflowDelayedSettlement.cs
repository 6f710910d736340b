namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A delayed settlement.</summary>
public sealed record CoinflowDelayedSettlement : ApiModel
{
    /// <summary>True when a date is set.</summary>
    public bool? IsScheduled { get; init; }

    /// <summary>The date.</summary>
    public DateTimeOffset? ScheduledDate { get; init; }

    /// <summary>The delay in business days.</summary>
    public int? Days { get; init; }

    /// <summary>True when the money has been paid out.</summary>
    public bool? IsDisbursed { get; init; }

    /// <summary>When it was paid out.</summary>
    public DateTimeOffset? DisbursedAt { get; init; }
}
