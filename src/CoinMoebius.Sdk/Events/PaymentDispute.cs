namespace CoinMoebius.Sdk.Events;

/// <summary>A dispute over a payment, as one event tells of it: a chargeback, a claim, or an inquiry before one.</summary>
public sealed record PaymentDispute
{
    /// <summary>The provider's id of the dispute; null where the payload has none.</summary>
    public string? Id { get; init; }

    /// <summary>The disputed amount in major units of the event's currency; null when unsaid.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Why, in the provider's words; or null.</summary>
    public string? Reason { get; init; }

    /// <summary>What has become of it.</summary>
    public required DisputeOutcome Outcome { get; init; }

    /// <summary>True while the buyer's bank or the provider only asks: nothing has been withdrawn.</summary>
    public bool IsInquiry { get; init; }

    /// <summary>Until when the merchant must answer; null when unsaid.</summary>
    public DateTimeOffset? RespondBy { get; init; }

    /// <summary>The outcome alone, so that the text may be logged.</summary>
    public override string ToString() => $"Dispute {Outcome}";
}
