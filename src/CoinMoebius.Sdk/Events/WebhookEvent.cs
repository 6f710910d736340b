using System.Diagnostics.CodeAnalysis;
using CoinMoebius.Sdk.Primitives;

namespace CoinMoebius.Sdk.Events;

/// <summary>
/// An authentic message of a provider, in the same shape for all providers. The hierarchy is closed:
/// <see cref="PaymentEvent"/>, <see cref="SubscriptionEvent"/> or <see cref="UnmappedEvent"/>.
/// </summary>
public abstract record WebhookEvent
{
    private protected WebhookEvent()
    {
    }

    [SetsRequiredMembers]
    private protected WebhookEvent(in WebhookEventHead head)
    {
        Provider = head.Provider;
        EventId = head.EventId;
        EventType = head.EventType;
        DeliveryId = head.DeliveryId;
        IsTest = head.IsTest;
        OccurredAt = head.OccurredAt;
        Owner = head.Owner;
        RawBody = head.RawBody;
    }

    /// <summary>The provider that sent it.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>
    /// The id of the event, taken from signed content: the provider's own, or <c>sha256:</c> and 32 hex digits over the
    /// signed text. Never empty. It identifies repeated deliveries of the same event.
    /// </summary>
    public required string EventId { get; init; }

    /// <summary>The provider's name of the event, for example <c>checkout.session.completed</c>; empty when it has none.</summary>
    public required string EventType { get; init; }

    /// <summary>The id of this delivery if the provider signs one (PayPal's transmission id, for example); otherwise null.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>True for test mode, false for live mode, null when neither the payload nor an option determines it.</summary>
    public bool? IsTest { get; init; }

    /// <summary>
    /// The account at the provider that the payload names: Stripe's connected account, Square's, PayPal's or Coinflow's merchant, and so on.
    /// Null when it names none, which at Stripe means your own account. Restrict the accounts with <see cref="Webhooks.WebhookOptions.Owners"/>.
    /// </summary>
    public string? Owner { get; init; }

    /// <summary>When it happened, according to the provider; null when unknown.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The merchant's metadata and provider details under documented names. Nested values are compact JSON.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = EmptyMetadata.Instance;

    /// <summary>
    /// The body exactly as received, except that the SDK removes a secret that a provider puts into it (Money Button). It may hold personal
    /// data: do not log it.
    /// </summary>
    public ReadOnlyMemory<byte> RawBody { get; init; }

    /// <summary>Returns the kind, provider and type. The text omits ids, amounts and bodies and may be logged.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Provider} {EventType}";
}
