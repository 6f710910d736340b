namespace CoinMoebius.Sdk.Events;

/// <summary>A refund of a payment, as one event reports it.</summary>
public sealed record PaymentRefund
{
    /// <summary>The provider's id of the refund; null when the payload has none.</summary>
    public string? Id { get; init; }

    /// <summary>The amount of this refund alone, in major units of the event's currency; null when the payload has none.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The amount of all refunds of the payment so far, including this one; null when the payload has none.</summary>
    public decimal? TotalAmount { get; init; }

    /// <summary>True when this refund leaves nothing of the payment, false when it leaves a rest, null when that is unknown.</summary>
    public bool? IsFull { get; init; }

    /// <summary>The status of the refund.</summary>
    public required RefundStatus Status { get; init; }

    /// <summary>The reason in the words of the provider or the merchant, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Returns only the status; the text may be logged.</summary>
    public override string ToString() => $"Refund {Status}";
}
