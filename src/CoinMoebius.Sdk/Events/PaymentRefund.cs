namespace CoinMoebius.Sdk.Events;

/// <summary>A refund of a payment, as one event tells of it.</summary>
public sealed record PaymentRefund
{
    /// <summary>The provider's id of the refund; null where the payload has none.</summary>
    public string? Id { get; init; }

    /// <summary>What this refund alone gives back, in major units of the event's currency; null when unsaid.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What all refunds of the payment have given back so far, this one included, where the payload tells; else null.</summary>
    public decimal? TotalAmount { get; init; }

    /// <summary>True when nothing of the payment is left after this refund, false when something is, null when that cannot be told.</summary>
    public bool? IsFull { get; init; }

    /// <summary>What has become of it.</summary>
    public required RefundStatus Status { get; init; }

    /// <summary>Why, in the words of the provider or the merchant; or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The status alone, so that the text may be logged.</summary>
    public override string ToString() => $"Refund {Status}";
}
