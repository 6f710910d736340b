namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The stored events of a durable inbox, for those who run it: what waits, what was given up, and what to do about it.</summary>
public interface IWebhookInbox
{
    /// <summary>Counts what waits and what was given up.</summary>
    /// <param name="cancellationToken">Ends the counting.</param>
    Task<WebhookInboxSummary> GetSummaryAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists stored events, the newest first.</summary>
    /// <param name="query">Which events; a query without members lists all.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    IAsyncEnumerable<WebhookInboxEntry> ListAsync(WebhookInboxQuery query, CancellationToken cancellationToken = default);

    /// <summary>Finds a stored event with its body.</summary>
    /// <param name="id">Its number in the inbox.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The event, or null when there is none with that number.</returns>
    Task<WebhookInboxEntry?> FindAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Has an event tried again, now and as if for the first time. It may be parked or waiting for its next attempt; one that is handled
    /// stays handled.
    /// </summary>
    /// <param name="id">Its number in the inbox.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when there is no such event to be tried.</returns>
    Task<bool> RequeueAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Has all parked events tried again.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many they are.</returns>
    Task<int> RequeueParkedAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes events that are handled or parked. A deleted event is handled once more when its provider sends it again, so keep handled
    /// ones for longer than that may happen; 36 days cover all providers of this SDK.
    /// </summary>
    /// <param name="state"><see cref="WebhookInboxState.Processed"/> or <see cref="WebhookInboxState.Parked"/>.</param>
    /// <param name="olderThan">Since when at least they were handled, or received if they are parked.</param>
    /// <param name="cancellationToken">Ends the call; what is deleted stays so.</param>
    /// <returns>How many were deleted.</returns>
    /// <exception cref="ArgumentException">Events that wait cannot be deleted.</exception>
    Task<int> PurgeAsync(WebhookInboxState state, TimeSpan olderThan, CancellationToken cancellationToken = default);
}
