using System.Diagnostics.CodeAnalysis;

namespace CoinMoebius.Sdk.Events;

/// <summary>A payment, refund or dispute changed its state.</summary>
public sealed record PaymentEvent : WebhookEvent
{
    /// <summary>Creates an event, for tests and stores. Verifiers create those of real deliveries.</summary>
    public PaymentEvent()
    {
    }

    [SetsRequiredMembers]
    internal PaymentEvent(in WebhookEventHead head, PaymentStatus status, string paymentId)
        : base(head)
    {
        Status = status;
        PaymentId = paymentId;
    }

    /// <summary>Where the payment stands after this event.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>The handle that a payment shares with its later refunds and disputes.</summary>
    public required string PaymentId { get; init; }

    /// <summary>
    /// The amount in major units of <see cref="Currency"/>: what was paid, for a refund what went back, for a partial
    /// payment what came. Null when the payload does not say.
    /// </summary>
    public decimal? Amount { get; init; }

    /// <summary>The upper-case currency code of <see cref="Amount"/>, or null.</summary>
    public string? Currency { get; init; }

    /// <summary>The merchant's own id of the buyer (<c>metadata.customerRef</c>), else the provider's customer id, else null.</summary>
    public string? CustomerRef { get; init; }

    /// <summary>The merchant's order reference, or null.</summary>
    public string? Reference { get; init; }
}
