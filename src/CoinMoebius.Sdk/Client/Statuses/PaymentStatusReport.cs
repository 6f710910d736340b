using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Where a payment stands, for showing it. Deliver goods from a webhook handler instead.</summary>
public sealed record PaymentStatusReport
{
    /// <summary>The id it was asked for.</summary>
    public required string PaymentId { get; init; }

    /// <summary>Where it stands.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>Who carries it; null when unknown.</summary>
    public PaymentProvider? Provider { get; init; }

    /// <summary>The amount in major units of <see cref="Currency"/>, with the meaning of <see cref="PaymentEvent.Amount"/>; null when unknown.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The upper-case currency code of <see cref="Amount"/>, or null.</summary>
    public string? Currency { get; init; }

    /// <summary>The merchant's metadata. May hold personal data: choose what to show.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = EmptyMetadata.Instance;

    /// <summary>When it came to this status; null when unknown.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The id and the status alone, so that the text may be logged.</summary>
    public override string ToString() => $"{PaymentId} {Status}";
}
