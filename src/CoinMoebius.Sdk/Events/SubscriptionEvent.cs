using System.Diagnostics.CodeAnalysis;

namespace CoinMoebius.Sdk.Events;

/// <summary>A change of a subscription: it began, renewed, failed to renew, changed or ended.</summary>
public sealed record SubscriptionEvent : WebhookEvent
{
    /// <summary>Creates an event, for tests, stores and your own verifiers.</summary>
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

    /// <summary>The status of the subscription after this event.</summary>
    public required SubscriptionStatus Status { get; init; }

    /// <summary>The provider's id of the subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>The provider's id of the product or plan, or null.</summary>
    public string? ProductId { get; init; }

    /// <summary>The merchant's own id of the buyer, else the provider's customer id, else null.</summary>
    public string? CustomerRef { get; init; }

    /// <summary>The merchant's reference, as in <see cref="PaymentEvent.Reference"/>; or null.</summary>
    public string? Reference { get; init; }

    /// <summary>The provider's id of the checkout that began the subscription; null when the payload has none.</summary>
    public string? CheckoutId { get; init; }

    /// <summary>The id of the invoice, sale or payment that this event concerns; null for events without a charge.</summary>
    public string? ChargeId { get; init; }

    /// <summary>
    /// For <see cref="SubscriptionEventType.Renewed"/>: true for the first period, false for a later one, null when unknown. Null for other
    /// types.
    /// </summary>
    public bool? IsFirstPeriod { get; init; }

    /// <summary>
    /// The end of the paid period; for an event about an unpaid period, the start of that period. Null when the payload has none.
    /// </summary>
    public DateTimeOffset? CurrentPeriodEnd { get; init; }

    /// <summary>When the subscription ends, if an end is scheduled; otherwise null.</summary>
    public DateTimeOffset? CancelsAt { get; init; }

    /// <summary>
    /// The amount in major units of <see cref="Currency"/>: the charge, for events that have one; otherwise the price of one cycle over all
    /// items. Null when unknown, and when an item is metered or has no fixed price.
    /// </summary>
    public decimal? Amount { get; init; }

    /// <summary>The upper-case currency code of <see cref="Amount"/>, or null.</summary>
    public string? Currency { get; init; }
}
