using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>One step in the life of a payment by mail, with its time and author.</summary>
public sealed record ManualPaymentChange
{
    internal ManualPaymentChange(PaymentStatus status, DateTimeOffset at, string? by)
    {
        Status = status;
        At = at;
        By = by;
    }

    /// <summary>The status of the payment after the step.</summary>
    public PaymentStatus Status { get; }

    /// <summary>When it happened, in UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The person who took it, as named by the caller; null only for an expiry.</summary>
    public string? By { get; }

    /// <summary>For a receipt, the counted amount in major units of the payment's currency; otherwise null.</summary>
    public decimal? Amount { get; internal init; }

    /// <summary>For a reopening, the new deadline of the letter, in UTC; otherwise null.</summary>
    public DateTimeOffset? ExpiresAt { get; internal init; }

    /// <summary>The reason in the author's words, or null.</summary>
    public string? Reason { get; internal init; }

    /// <summary>Returns the status and the time. The text omits the author and reason and may be logged.</summary>
    public override string ToString() => $"{Status} {At:O}";
}
