namespace CoinMoebius.Sdk.Events;

/// <summary>The properties that all kinds of events share, which a mapper reads once.</summary>
internal readonly record struct WebhookEventHead(
    PaymentProvider Provider,
    string EventId,
    string EventType,
    ReadOnlyMemory<byte> RawBody,
    bool? IsTest = null,
    DateTimeOffset? OccurredAt = null,
    string? DeliveryId = null,
    string? Owner = null);
