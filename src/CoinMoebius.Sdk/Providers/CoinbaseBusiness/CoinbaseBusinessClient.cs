using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness.Json;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>The client of Coinbase's webhook subscriptions. With a container use <c>AddCoinbaseBusinessClient</c>; without one keep a single instance.</summary>
[DebuggerDisplay("{GetType().Name,nq}")]
public sealed class CoinbaseBusinessClient : ICoinbaseBusinessClient, IDisposable
{
    private const string Subscriptions = "v2/data/webhooks/subscriptions";

    private readonly ApiClient<CoinbaseBusinessOptions> _api;

    /// <summary>
    /// Creates a client over an <see cref="HttpClient"/> of your own. Retries, time-outs and the credentials are added on top of it;
    /// turn off <c>AllowAutoRedirect</c> in its handler, and leave its <see cref="HttpClient.Timeout"/> above
    /// <see cref="ApiClientOptions.AttemptTimeout"/>.
    /// </summary>
    /// <param name="httpClient">Sends the requests. Its base address and default headers are not touched; it is not disposed.</param>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public CoinbaseBusinessClient(HttpClient httpClient, CoinbaseBusinessOptions options, TimeProvider? timeProvider = null)
        : this(ApiConnection<CoinbaseBusinessOptions>.Over(httpClient, options, timeProvider))
    {
    }

    internal CoinbaseBusinessClient(ApiConnection<CoinbaseBusinessOptions> connection) => _api = new(connection);

    /// <summary>
    /// Creates a client with connections of its own, which it renews every five minutes so that changes of DNS are seen (on .NET
    /// Framework set <c>ServicePoint.ConnectionLeaseTimeout</c> yourself). Keep one for the life of the process, and dispose it at the end.
    /// </summary>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public static CoinbaseBusinessClient Create(CoinbaseBusinessOptions options, TimeProvider? timeProvider = null) =>
        new(ApiConnection<CoinbaseBusinessOptions>.Create(options, timeProvider));

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
            var page = await _api.SendAsync(ApiCall.Get(path), CoinbaseBusinessJson.Default.WebhookSubscriptionPage, cancellationToken)
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
        _api.SendAsync(ApiCall.Delete(PathOf(subscriptionId)), cancellationToken);

    /// <summary>Closes the connections of a client made with <see cref="Create"/>.</summary>
    public void Dispose() => _api.Dispose();

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
        _api.SendAsync(call, Read, subscriptionId, cancellationToken);
}
