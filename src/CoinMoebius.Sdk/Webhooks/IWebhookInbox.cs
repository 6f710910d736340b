namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The stored events of a durable inbox, for operators: pending events, parked events, and the actions on them.</summary>
public interface IWebhookInbox
{
    /// <summary>Counts pending and parked events.</summary>
    /// <param name="cancellationToken">Cancels the counting.</param>
    Task<WebhookInboxSummary> GetSummaryAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists stored events, newest first.</summary>
    /// <param name="query">The filter; one without members lists all events.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    IAsyncEnumerable<WebhookInboxEntry> ListAsync(WebhookInboxQuery query, CancellationToken cancellationToken = default);

    /// <summary>Finds a stored event with its body.</summary>
    /// <param name="id">The event's number in the inbox.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The event, or null when there is none with that number.</returns>
    Task<WebhookInboxEntry?> FindAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Retries an event now, as if for the first time. It may be parked or waiting for its next attempt; a handled event is not
    /// retried.
    /// </summary>
    /// <param name="id">The event's number in the inbox.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when there is no such event to retry.</returns>
    Task<bool> RequeueAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Retries all parked events.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of events.</returns>
    Task<int> RequeueParkedAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes handled or parked events. A deleted event is handled again when its provider sends it again, so keep handled events for longer
    /// than that can happen; 36 days cover all providers of this SDK.
    /// </summary>
    /// <param name="state"><see cref="WebhookInboxState.Processed"/> or <see cref="WebhookInboxState.Parked"/>.</param>
    /// <param name="olderThan">The minimum time since they were handled, or received if they are parked.</param>
    /// <param name="cancellationToken">Cancels the call; events deleted by then remain deleted.</param>
    /// <returns>The number of deleted events.</returns>
    /// <exception cref="ArgumentException">Pending events cannot be deleted.</exception>
    Task<int> PurgeAsync(WebhookInboxState state, TimeSpan olderThan, CancellationToken cancellationToken = default);
}
