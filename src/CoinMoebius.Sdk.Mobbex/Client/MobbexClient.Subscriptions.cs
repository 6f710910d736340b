using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Client;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <content>Subscriptions.</content>
partial class MobbexClient
{
    private const string SubscriptionsPath = "p/subscriptions";

    /// <inheritdoc/>
    public Task<MobbexSubscription> CreateSubscriptionAsync(MobbexSubscriptionRequest request, CancellationToken cancellationToken = default)
    {
        MobbexSubscriptionChecks.CheckNew(request, nameof(request));
        var body = request with { Test = request.Test ?? Options.Test };
        return ReadAsync(Post(SubscriptionsPath, body, MobbexJson.Default.MobbexSubscriptionRequest), MobbexJson.Default.MobbexSubscription, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexSubscription> UpdateSubscriptionAsync(
        string subscriptionUid, MobbexSubscriptionRequest request, CancellationToken cancellationToken = default)
    {
        var path = SubscriptionPath(subscriptionUid);
        MobbexSubscriptionChecks.Check(request, nameof(request));
        return ReadAsync(Post(path, request, MobbexJson.Default.MobbexSubscriptionRequest), MobbexJson.Default.MobbexSubscription, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexSubscription> GetSubscriptionAsync(string subscriptionUid, CancellationToken cancellationToken = default) =>
        ReadAsync(ApiCall.Get(SubscriptionPath(subscriptionUid)), MobbexJson.Default.MobbexSubscription, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<MobbexSubscription> ListSubscriptionsAsync(CancellationToken cancellationToken = default) => ReadPagesAsync(
        static page => new MobbexQuery(SubscriptionsPath).Add("page", page).ToString(),
        pageSize: null, MobbexJson.Default.MobbexSubscription, static item => item.Uid, cancellationToken);

    /// <inheritdoc/>
    public Task<MobbexAnswer> ActivateSubscriptionAsync(string subscriptionUid, CancellationToken cancellationToken = default) =>
        ActAsync(ApiCall.Get($"{SubscriptionPath(subscriptionUid)}/action/activate") with { Retry = ApiRetry.NotReceived }, cancellationToken);

    /// <inheritdoc/>
    public Task<MobbexAnswer> DeleteSubscriptionAsync(string subscriptionUid, CancellationToken cancellationToken = default) =>
        ActAsync(ApiCall.Get($"{SubscriptionPath(subscriptionUid)}/action/delete") with { Retry = ApiRetry.NotReceived }, cancellationToken);

    private static string SubscriptionPath(string subscriptionUid) => $"{SubscriptionsPath}/{Segment(subscriptionUid)}";
}
