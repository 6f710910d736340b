namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The state of an inbox at one moment.</summary>
/// <param name="Pending">How many events wait or are being handled.</param>
/// <param name="Parked">How many were given up.</param>
/// <param name="OldestPending">When the oldest of those that wait was received; null when none waits.</param>
public sealed record WebhookInboxSummary(long Pending, long Parked, DateTimeOffset? OldestPending);
