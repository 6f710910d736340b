namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A settlement that is put off.</summary>
public sealed record CoinflowDelayedSettlement : ApiModel
{
    /// <summary>True when a day is set.</summary>
    public bool? IsScheduled { get; init; }

    /// <summary>The day.</summary>
    public DateTimeOffset? ScheduledDate { get; init; }

    /// <summary>How many business days it is put off.</summary>
    public int? Days { get; init; }

    /// <summary>True when the money has been paid out.</summary>
    public bool? IsDisbursed { get; init; }

    /// <summary>When it was.</summary>
    public DateTimeOffset? DisbursedAt { get; init; }
}
