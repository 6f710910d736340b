namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Takes authentic deliveries from an endpoint: handles them at once, or stores them for a dispatcher. One per application, safe for
/// concurrent use. Without another registration it handles at once and remembers in memory what it has seen.
/// </summary>
public interface IWebhookPipeline
{
    /// <summary>Takes one delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="cancellationToken">Cancelled when the caller has gone; nothing may be half done then.</param>
    /// <returns>What became of it. Failures of handlers and stores are answers, not exceptions.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before the delivery was taken.</exception>
    /// <exception cref="InvalidOperationException">A handler called it, and the store waits for that handler: the durable inbox over SQLite.</exception>
    ValueTask<WebhookDisposition> ProcessAsync(WebhookDelivery delivery, CancellationToken cancellationToken = default);
}
