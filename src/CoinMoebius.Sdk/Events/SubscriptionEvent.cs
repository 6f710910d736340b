using System.Diagnostics.CodeAnalysis;

namespace CoinMoebius.Sdk.Events;

/// <summary>A subscription began, renewed, failed to renew, changed or ended.</summary>
public sealed record SubscriptionEvent : WebhookEvent
{
    /// <summary>Creates an event, for tests, stores and verifiers of your own.</summary>
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

    /// <summary>The merchant's reference, as in <see cref="PaymentEvent.Reference"/>; or null.</summary>
    public string? Reference { get; init; }

    /// <summary>The provider's id of the checkout that began the subscription, where the payload tells; else null.</summary>
    public string? CheckoutId { get; init; }

    /// <summary>The invoice, sale or payment that this event is about; null for events about no charge.</summary>
    public string? ChargeId { get; init; }

    /// <summary>
    /// Of <see cref="SubscriptionEventType.Renewed"/>: true for the first period, false for a later one, null where it cannot be told. Null for
    /// other types.
    /// </summary>
    public bool? IsFirstPeriod { get; init; }

    /// <summary>
    /// The end of what is paid; of an event about an unpaid period that period's start. Null when the payload does not say.
    /// </summary>
    public DateTimeOffset? CurrentPeriodEnd { get; init; }

    /// <summary>When the subscription ends, where an end is scheduled; else null.</summary>
    public DateTimeOffset? CancelsAt { get; init; }

    /// <summary>
    /// In major units of <see cref="Currency"/>: the charge, of events that have one; else the price of one cycle over all items. Null when
    /// unsaid, and where an item is metered or has no fixed price.
    /// </summary>
    public decimal? Amount { get; init; }

    /// <summary>The upper-case currency code of <see cref="Amount"/>, or null.</summary>
    public string? Currency { get; init; }
}
