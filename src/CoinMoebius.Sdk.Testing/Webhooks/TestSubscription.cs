using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// An event of a subscription, for a provider's webhook. Every field has a sensible value; set the relevant ones in a test.
/// </summary>
public sealed record TestSubscription
{
    private const int UsualDays = 30;

    /// <summary>The provider's id of the subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>The event that the webhook reports.</summary>
    public SubscriptionEventType Type { get; init; } = SubscriptionEventType.Renewed;

    /// <summary>
    /// The status of the subscription after the event. <see cref="SubscriptionStatus.Incomplete"/> with
    /// <see cref="SubscriptionEventType.PaymentFailed"/> is a first charge that failed.
    /// </summary>
    public SubscriptionStatus Status { get; init; } = SubscriptionStatus.Active;

    /// <summary>The price of a cycle in major units of <see cref="Currency"/>.</summary>
    public decimal Amount { get; init; } = 9.00m;

    /// <summary>The upper-case currency code.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>
    /// The id of the invoice, sale or payment in a webhook about a charge; derived from the subscription's id and the period when null.
    /// </summary>
    public string? ChargeId { get; init; }

    /// <summary>True for the first period.</summary>
    public bool IsFirstPeriod { get; init; }

    /// <summary>True for a free trial period.</summary>
    public bool IsTrial { get; init; }

    /// <summary>The beginning of the period; the signer's clock when null.</summary>
    public DateTimeOffset? PeriodStart { get; init; }

    /// <summary>The end of the period; 30 days after its beginning when null.</summary>
    public DateTimeOffset? PeriodEnd { get; init; }

    /// <summary>True for a subscription that ends with the period.</summary>
    public bool CancelsAtPeriodEnd { get; init; }

    /// <summary>The provider's id of the product or plan; one in its format when null.</summary>
    public string? ProductId { get; init; }

    /// <summary>The merchant's id of the buyer, where the provider reports one.</summary>
    public string? CustomerRef { get; init; }

    /// <summary>The merchant's reference, where the provider reports one.</summary>
    public string? Reference { get; init; }

    /// <summary>The id of the event; a new one in the provider's format when null.</summary>
    public string? EventId { get; init; }

    /// <summary>True for a test-mode event, where the provider distinguishes modes.</summary>
    public bool IsTest { get; init; } = true;

    /// <summary>All events of a subscription, for providers that report each of them.</summary>
    internal static IReadOnlyCollection<SubscriptionEventType> AllTypes { get; } =
    [
        SubscriptionEventType.Created, SubscriptionEventType.Renewed, SubscriptionEventType.PaymentFailed, SubscriptionEventType.Updated,
        SubscriptionEventType.Canceled,
    ];

    /// <summary><see cref="PeriodStart"/>, otherwise now.</summary>
    internal DateTimeOffset StartAt(DateTimeOffset now) => PeriodStart ?? now;

    /// <summary><see cref="PeriodEnd"/>, otherwise 30 days after the start.</summary>
    internal DateTimeOffset EndAt(DateTimeOffset now) => PeriodEnd ?? StartAt(now).AddDays(UsualDays);
}
