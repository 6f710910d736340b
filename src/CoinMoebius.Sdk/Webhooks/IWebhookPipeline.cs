namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Takes authentic deliveries from the endpoint: handles them at once, or stores them for a dispatcher.</summary>
public interface IWebhookPipeline
{
    /// <summary>Takes one delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="cancellationToken">Cancelled when the caller has gone; nothing may be half done then.</param>
    /// <returns>What became of it. Failures of handlers and stores are answers, not exceptions.</returns>
    ValueTask<WebhookDisposition> ProcessAsync(WebhookDelivery delivery, CancellationToken cancellationToken = default);
}
