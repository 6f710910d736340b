namespace CoinMoebius.Sdk.Events;

/// <summary>A dispute over a payment, as one event reports it: a chargeback, a claim, or an inquiry before one.</summary>
public sealed record PaymentDispute
{
    /// <summary>The provider's id of the dispute; null when the payload has none.</summary>
    public string? Id { get; init; }

    /// <summary>The disputed amount in major units of the event's currency; null when the payload has none.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The reason in the provider's words, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The outcome of the dispute.</summary>
    public required DisputeOutcome Outcome { get; init; }

    /// <summary>True for an inquiry of the buyer's bank or the provider, before any money is withdrawn.</summary>
    public bool IsInquiry { get; init; }

    /// <summary>The deadline for the merchant's response; null when the payload has none.</summary>
    public DateTimeOffset? RespondBy { get; init; }

    /// <summary>Returns only the outcome; the text may be logged.</summary>
    public override string ToString() => $"Dispute {Outcome}";
}
