using System.Runtime.CompilerServices;
using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness.Json;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>The client of Coinbase's webhook subscriptions. With a container use <c>AddCoinbaseBusinessClient</c>; without one keep a single instance.</summary>
public sealed class CoinbaseBusinessClient : ApiClient<CoinbaseBusinessOptions>, ICoinbaseBusinessClient
{
    private const string Subscriptions = "v2/data/webhooks/subscriptions";

    /// <inheritdoc/>
    public CoinbaseBusinessClient(HttpClient httpClient, CoinbaseBusinessOptions options, TimeProvider? timeProvider = null)
        : base(httpClient, options, timeProvider)
    {
    }

    /// <inheritdoc/>
    public CoinbaseBusinessClient(CoinbaseBusinessOptions options, TimeProvider? timeProvider = null)
        : base(options, timeProvider)
    {
    }

    internal CoinbaseBusinessClient(ApiConnection<CoinbaseBusinessOptions> connection)
        : base(connection)
    {
    }

    /// <inheritdoc/>
    public Task<CoinbaseBusinessWebhookSubscription> CreateWebhookSubscriptionAsync(
        CoinbaseBusinessWebhookSettings settings, CancellationToken cancellationToken = default) =>
        SendAsync(ApiCall.Post(Subscriptions, Body(settings), CoinbaseBusinessJson.Default.WebhookSettingsBody), null, cancellationToken);

    /// <inheritdoc/>
    public Task<CoinbaseBusinessWebhookSubscription> GetWebhookSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken = default) =>
        SendAsync(ApiCall.Get(PathOf(subscriptionId)), subscriptionId, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<CoinbaseBusinessWebhookSubscription> ListWebhookSubscriptionsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? pageToken = null;
        while (true)
        {
            var path = pageToken is null ? Subscriptions : $"{Subscriptions}?pageToken={Uri.EscapeDataString(pageToken)}";
            var page = await SendAsync(ApiCall.Get(path), CoinbaseBusinessJson.Default.WebhookSubscriptionPage, cancellationToken)
                .ConfigureAwait(false);
            foreach (var subscription in page.Subscriptions ?? [])
            {
                yield return subscription;
            }

            // A token that stays would lead round in a circle.
            if (string.IsNullOrEmpty(page.NextPageToken) || page.NextPageToken == pageToken)
            {
                yield break;
            }

            pageToken = page.NextPageToken;
        }
    }

    /// <inheritdoc/>
    public Task<CoinbaseBusinessWebhookSubscription> UpdateWebhookSubscriptionAsync(
        string subscriptionId, CoinbaseBusinessWebhookSettings settings, CancellationToken cancellationToken = default)
    {
        var call = ApiCall.WithBody(HttpMethod.Put, PathOf(subscriptionId), Body(settings), CoinbaseBusinessJson.Default.WebhookSettingsBody);

        // The same settings once more change nothing.
        return SendAsync(call with { Retry = ApiRetry.Idempotent }, subscriptionId, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteWebhookSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken = default) =>
        SendAsync(ApiCall.Delete(PathOf(subscriptionId)), cancellationToken);

    private static string PathOf(string subscriptionId) => $"{Subscriptions}/{SafeUrls.EscapeSegment(subscriptionId, nameof(subscriptionId))}";

    private static WebhookSettingsBody Body(CoinbaseBusinessWebhookSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate(nameof(settings));
        return WebhookSettingsBody.Of(settings);
    }

    private static CoinbaseBusinessWebhookSubscription Read(ReadOnlyMemory<byte> body, string? subscriptionId)
    {
        var subscription = JsonSerializer.Deserialize(body.Span, CoinbaseBusinessJson.Default.CoinbaseBusinessWebhookSubscription)
            ?? throw new AnswerException("is null");
        if (subscription.SubscriptionId.Length == 0)
        {
            throw new AnswerException("holds no subscription with an id");
        }

        return subscriptionId is null || string.Equals(subscription.SubscriptionId, subscriptionId, StringComparison.OrdinalIgnoreCase)
            ? subscription
            : throw new AnswerException("holds another subscription than was asked for");
    }

    private Task<CoinbaseBusinessWebhookSubscription> SendAsync(ApiCall call, string? subscriptionId, CancellationToken cancellationToken) =>
        SendAsync(call, Read, subscriptionId, cancellationToken);
}
