namespace CoinMoebius.Sdk.Coinflow;

// The log of webhooks, and settings.
partial interface ICoinflowClient
{
    /// <summary>Lists what Coinflow delivered to your site, page after page as it is read (<c>GET /merchant/webhooks</c>).</summary>
    /// <param name="query">Which deliveries; a query without members lists all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The size of a page is out of range.</exception>
    IAsyncEnumerable<CoinflowWebhookDelivery> ListWebhookDeliveriesAsync(
        CoinflowWebhookLogQuery query, CancellationToken cancellationToken = default);

    /// <summary>Has a webhook delivered again (<c>POST /merchant/webhooks/{webhookLogId}</c>).</summary>
    /// <param name="deliveryId">The delivery, of <see cref="ListWebhookDeliveriesAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    Task<CoinflowJob> ResendWebhookAsync(string deliveryId, CancellationToken cancellationToken = default);

    /// <summary>Sets which webhooks the merchant gets (<c>PUT /merchant</c>). Where they go is set in the dashboard alone.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task UpdateWebhookSettingsAsync(CoinflowWebhookSettings settings, CancellationToken cancellationToken = default);

    /// <summary>Reads the merchant's own settings, with its keys (<c>GET /merchant</c>).</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<CoinflowMerchant> GetMerchantAsync(CancellationToken cancellationToken = default);
}
