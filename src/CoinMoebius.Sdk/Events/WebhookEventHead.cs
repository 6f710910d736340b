namespace CoinMoebius.Sdk.Events;

/// <summary>What every event of one delivery shares, gathered once by a mapper.</summary>
internal readonly record struct WebhookEventHead(
    PaymentProvider Provider,
    string EventId,
    string EventType,
    ReadOnlyMemory<byte> RawBody,
    bool? IsTest = null,
    DateTimeOffset? OccurredAt = null,
    string? DeliveryId = null,
    string? Owner = null);
