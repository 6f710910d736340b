using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Client;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <content>Subscribers and their charges.</content>
partial class MobbexClient
{
    /// <inheritdoc/>
    public Task<MobbexSubscriber> CreateSubscriberAsync(
        string subscriptionUid, MobbexSubscriberRequest request, CancellationToken cancellationToken = default)
    {
        var path = $"{SubscriptionPath(subscriptionUid)}/subscriber";
        MobbexSubscriptionChecks.CheckNew(request, nameof(request));
        var body = request with { Test = request.Test ?? Options.Test };
        return ReadAsync(Post(path, body, MobbexJson.Default.MobbexSubscriberRequest), MobbexJson.Default.MobbexSubscriber, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexSubscriber> UpdateSubscriberAsync(
        string subscriptionUid, string subscriberUid, MobbexSubscriberRequest request, CancellationToken cancellationToken = default)
    {
        var path = SubscriberPath(subscriptionUid, subscriberUid);
        MobbexSubscriptionChecks.Check(request, nameof(request));
        var body = request with { Customer = null, CustomerData = request.Customer };
        return ReadAsync(Post(path, body, MobbexJson.Default.MobbexSubscriberRequest), MobbexJson.Default.MobbexSubscriber, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexSubscriber> GetSubscriberAsync(string subscriptionUid, string subscriberUid, CancellationToken cancellationToken = default) =>
        ReadAsync(ApiCall.Get(SubscriberPath(subscriptionUid, subscriberUid)), MobbexJson.Default.MobbexSubscriber, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<MobbexSubscriber> ListSubscribersAsync(
        string subscriptionUid, MobbexSubscriberQuery query, CancellationToken cancellationToken = default)
    {
        var path = $"{SubscriptionPath(subscriptionUid)}/subscriber";
        ArgumentNullException.ThrowIfNull(query);
        return ReadPagesAsync(
            page => new MobbexQuery(path).Add("page", page).Add("search", query.Search).ToString(),
            pageSize: null, MobbexJson.Default.MobbexSubscriber, static item => item.Uid, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexAnswer> SuspendSubscriberAsync(string subscriptionUid, string subscriberUid, CancellationToken cancellationToken = default) =>
        ActAsync(ApiCall.Get(ActionPath(subscriptionUid, subscriberUid, "suspend")) with { Retry = ApiRetry.NotReceived }, cancellationToken);

    /// <inheritdoc/>
    public Task<MobbexAnswer> ActivateSubscriberAsync(string subscriptionUid, string subscriberUid, CancellationToken cancellationToken = default) =>
        ActAsync(ApiCall.Get(ActionPath(subscriptionUid, subscriberUid, "activate")) with { Retry = ApiRetry.NotReceived }, cancellationToken);

    /// <inheritdoc/>
    public Task<MobbexAnswer> RescheduleSubscriberAsync(
        string subscriptionUid, string subscriberUid, MobbexDate startDate, CancellationToken cancellationToken = default)
    {
        var path = ActionPath(subscriptionUid, subscriberUid, "reschedule");
        MobbexChecks.Date(startDate, nameof(startDate), needsYear: false);
        var body = new MobbexSubscriberRequest { StartDate = startDate };
        return ActAsync(ApiCall.Post(path, body, MobbexJson.Default.MobbexSubscriberRequest), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexAnswer> MoveSubscriberAsync(
        string subscriptionUid, string subscriberUid, string newSubscriptionUid, CancellationToken cancellationToken = default)
    {
        var path = ActionPath(subscriptionUid, subscriberUid, "move");
        MobbexChecks.Text(newSubscriptionUid, nameof(newSubscriptionUid));
        return ActAsync(ApiCall.Post(path, new MobbexMoveRequest { Sid = newSubscriptionUid }, MobbexJson.Default.MobbexMoveRequest), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexAnswer> ScheduleChargeAsync(
        string subscriptionUid, string subscriberUid, JsonObject schedule, CancellationToken cancellationToken = default)
    {
        var path = ActionPath(subscriptionUid, subscriberUid, "schedule");
        ArgumentNullException.ThrowIfNull(schedule);
        return ActAsync(ApiCall.Post(path, schedule, MobbexJson.Default.JsonObject) with { Retry = ApiRetry.Never }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexAnswer> DeleteSubscriberAsync(string subscriptionUid, string subscriberUid, CancellationToken cancellationToken = default) =>
        ActAsync(ApiCall.Delete(ActionPath(subscriptionUid, subscriberUid, "delete")), cancellationToken);

    /// <inheritdoc/>
    public Task<MobbexAnswer> ChargeSubscriberAsync(
        string subscriptionUid, string subscriberUid, MobbexChargeRequest request, CancellationToken cancellationToken = default)
    {
        var path = $"{SubscriberPath(subscriptionUid, subscriberUid)}/execution";
        ArgumentNullException.ThrowIfNull(request);
        if (request.Total is { } total)
        {
            MobbexChecks.Amount(total, $"{nameof(request)}.{nameof(request.Total)}");
        }

        var call = request == new MobbexChargeRequest() ? ApiCall.Get(path) : ApiCall.Post(path, request, MobbexJson.Default.MobbexChargeRequest);
        return ActAsync(call with { Retry = ApiRetry.Never }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MobbexAnswer> RetryExecutionAsync(
        string subscriptionUid, string subscriberUid, string executionUid, CancellationToken cancellationToken = default) =>
        ActOnExecutionAsync(SubscriberPath(subscriptionUid, subscriberUid), Segment(executionUid), "retry", cancellationToken);

    /// <inheritdoc/>
    public Task<MobbexAnswer> MarkExecutionPaidAsync(
        string subscriptionUid, string subscriberUid, string executionUid, CancellationToken cancellationToken = default) =>
        ActOnExecutionAsync(SubscriberPath(subscriptionUid, subscriberUid), Segment(executionUid), "paid", cancellationToken);

    private static string SubscriberPath(string subscriptionUid, string subscriberUid) =>
        $"{SubscriptionPath(subscriptionUid)}/subscriber/{Segment(subscriberUid)}";

    private static string ActionPath(string subscriptionUid, string subscriberUid, string action) =>
        $"{SubscriberPath(subscriptionUid, subscriberUid)}/action/{action}";

    private Task<MobbexAnswer> ActOnExecutionAsync(string subscriber, string execution, string action, CancellationToken cancellationToken) =>
        ActAsync(ApiCall.Get($"{subscriber}/execution/{execution}/action/{action}") with { Retry = ApiRetry.Never }, cancellationToken);
}
