using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

// The log of webhooks, and settings.
partial class CoinflowClient
{
    /// <inheritdoc/>
    public IAsyncEnumerable<CoinflowWebhookDelivery> ListWebhookDeliveriesAsync(
        CoinflowWebhookLogQuery query, CancellationToken cancellationToken = default) =>
        PagesAsync(
            Checked(query).ToQuery,
            "merchant/webhooks",
            CoinflowJson.Default.CoinflowWebhookDelivery,
            static item => item.Id,
            cancellationToken);

    /// <inheritdoc/>
    public Task<CoinflowJob> ResendWebhookAsync(string deliveryId, CancellationToken cancellationToken = default) =>
        JobAsync(ApiCall.Post($"merchant/webhooks/{Segment(deliveryId, nameof(deliveryId))}"), cancellationToken);

    /// <inheritdoc/>
    public Task UpdateWebhookSettingsAsync(CoinflowWebhookSettings settings, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(settings, static value => value.Check());
        var call = ApiCall.WithBody(HttpMethod.Put, "merchant", new(settings), CoinflowJson.Default.CoinflowMerchantUpdate);
        return SendAsync(call with { Retry = ApiRetry.Idempotent }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowMerchant> GetMerchantAsync(CancellationToken cancellationToken = default) =>
        SendAsync(ApiCall.Get("merchant"), CoinflowJson.Default.CoinflowMerchant, cancellationToken);
}
