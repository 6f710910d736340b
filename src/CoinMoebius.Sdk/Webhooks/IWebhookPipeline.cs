namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Processes authentic deliveries of an endpoint: handles them at once, or stores them for a dispatcher. One per application, thread-safe.
/// The default pipeline handles deliveries at once and keeps in memory which events it has seen.
/// </summary>
public interface IWebhookPipeline
{
    /// <summary>Processes one delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="cancellationToken">Canceled when the caller has disconnected; nothing may be left half done then.</param>
    /// <returns>The result. Failures of handlers and stores are results, not exceptions.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled before the delivery was accepted.</exception>
    /// <exception cref="InvalidOperationException">A handler called it while the store waits for that handler (durable inbox on SQLite).</exception>
    ValueTask<WebhookDisposition> ProcessAsync(WebhookDelivery delivery, CancellationToken cancellationToken = default);
}
