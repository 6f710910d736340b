namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>
/// The client of Coinbase's webhook subscriptions: which events are delivered where. Thread-safe; register it with
/// <c>AddCoinbaseBusinessClient</c>. Sources of all calls: docs.cdp.coinbase.com/coinbase-business/checkout-apis/webhooks;
/// github.com/coinbase/cdp-sdk, openapi.yaml.
/// </summary>
/// <remarks>
/// All methods throw <see cref="ArgumentException"/> before anything is sent for a request that cannot be right, and
/// <see cref="CoinMoebiusException"/> for a failure of the network or an error of Coinbase. Each call is signed with a token of its own
/// under the API key; neither the key nor a subscription's secret gets into an exception's message.
/// </remarks>
public interface ICoinbaseBusinessClient : IApiClient
{
    /// <summary>
    /// Creates a subscription. Its <see cref="CoinbaseBusinessWebhookSubscription.Secret"/> verifies the deliveries. Sent a second time only
    /// when Coinbase has certainly not acted on the first: there are no idempotency keys here. After a
    /// <see cref="CoinMoebiusTransportException"/> look through the list before you create another one.
    /// </summary>
    /// <param name="settings">What it is to be.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<CoinbaseBusinessWebhookSubscription> CreateWebhookSubscriptionAsync(
        CoinbaseBusinessWebhookSettings settings, CancellationToken cancellationToken = default);

    /// <summary>Reads a subscription, its secret included.</summary>
    /// <param name="subscriptionId">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<CoinbaseBusinessWebhookSubscription> GetWebhookSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>Reads all subscriptions of the API key's project, the newest first, page by page. Other products' are among them.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    IAsyncEnumerable<CoinbaseBusinessWebhookSubscription> ListWebhookSubscriptionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Replaces the settings of a subscription, all of them: begin with <see cref="CoinbaseBusinessWebhookSubscription.ToSettings"/>.</summary>
    /// <param name="subscriptionId">Its id.</param>
    /// <param name="settings">What it is to be.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<CoinbaseBusinessWebhookSubscription> UpdateWebhookSubscriptionAsync(
        string subscriptionId, CoinbaseBusinessWebhookSettings settings, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes a subscription for good. To stop its deliveries for a while, update it with
    /// <see cref="CoinbaseBusinessWebhookSettings.IsEnabled"/> false instead.
    /// </summary>
    /// <param name="subscriptionId">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task DeleteWebhookSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken = default);
}
