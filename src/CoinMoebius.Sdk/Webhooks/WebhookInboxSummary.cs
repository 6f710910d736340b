namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The state of an inbox at one moment.</summary>
/// <param name="Pending">The number of events that wait or are being handled.</param>
/// <param name="Parked">The number of events given up.</param>
/// <param name="OldestPending">When the oldest waiting event was received; null when none waits.</param>
public sealed record WebhookInboxSummary(long Pending, long Parked, DateTimeOffset? OldestPending);
