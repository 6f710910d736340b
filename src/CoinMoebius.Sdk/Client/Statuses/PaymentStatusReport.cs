using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The status of a payment, for display. Deliver goods from a webhook handler instead.</summary>
public sealed record PaymentStatusReport
{
    /// <summary>The id that the caller passed.</summary>
    public required string PaymentId { get; init; }

    /// <summary>The status.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>The provider of the payment; null when unknown.</summary>
    public PaymentProvider? Provider { get; init; }

    /// <summary>The amount in major units of <see cref="Currency"/>, as in <see cref="PaymentEvent.Amount"/>; null when unknown.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The upper-case currency code of <see cref="Amount"/>, or null.</summary>
    public string? Currency { get; init; }

    /// <summary>The merchant's metadata. It may hold personal data: choose what to show.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = EmptyMetadata.Instance;

    /// <summary>When the payment reached this status; null when unknown.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Returns only the id and the status; the text may be logged.</summary>
    public override string ToString() => $"{PaymentId} {Status}";
}
