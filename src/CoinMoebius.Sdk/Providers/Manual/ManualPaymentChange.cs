using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>One step in the life of a payment by mail: what, when, and who took it.</summary>
public sealed record ManualPaymentChange
{
    internal ManualPaymentChange(PaymentStatus status, DateTimeOffset at, string? by)
    {
        Status = status;
        At = at;
        By = by;
    }

    /// <summary>Where the payment stands after it.</summary>
    public PaymentStatus Status { get; }

    /// <summary>When it happened, in UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Who took it, as the caller named them; null only for an expiry.</summary>
    public string? By { get; }

    /// <summary>Of a receipt: what was counted, in major units of the payment's currency; else null.</summary>
    public decimal? Amount { get; internal init; }

    /// <summary>Of a reopening: until when the letter may come now, in UTC; else null.</summary>
    public DateTimeOffset? ExpiresAt { get; internal init; }

    /// <summary>Why, in the words of whoever took it; or null.</summary>
    public string? Reason { get; internal init; }

    /// <summary>The status and the time. Who and why stay out, so that the text may be logged.</summary>
    public override string ToString() => $"{Status} {At:O}";
}
