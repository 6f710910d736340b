using System.Diagnostics.CodeAnalysis;

namespace CoinMoebius.Sdk.Events;

/// <summary>A subscription began, renewed, failed to renew, changed or ended.</summary>
public sealed record SubscriptionEvent : WebhookEvent
{
    /// <summary>Creates an event, for tests and stores. Verifiers create those of real deliveries.</summary>
    public SubscriptionEvent()
    {
    }

    [SetsRequiredMembers]
    internal SubscriptionEvent(in WebhookEventHead head, SubscriptionEventType type, SubscriptionStatus status, string subscriptionId)
        : base(head)
    {
        Type = type;
        Status = status;
        SubscriptionId = subscriptionId;
    }

    /// <summary>What happened.</summary>
    public required SubscriptionEventType Type { get; init; }

    /// <summary>Where the subscription stands after this event.</summary>
    public required SubscriptionStatus Status { get; init; }

    /// <summary>The provider's id of the subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>The provider's id of the product or plan, or null.</summary>
    public string? ProductId { get; init; }

    /// <summary>The merchant's own id of the buyer, else the provider's customer id, else null.</summary>
    public string? CustomerRef { get; init; }

    /// <summary>When the paid period ends, or null.</summary>
    public DateTimeOffset? CurrentPeriodEnd { get; init; }

    /// <summary>The amount of one cycle, or of this charge, in major units of <see cref="Currency"/>; null when unsaid.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The upper-case currency code of <see cref="Amount"/>, or null.</summary>
    public string? Currency { get; init; }
}
