using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

// Subscriptions.
partial class CoinflowClient
{
    /// <inheritdoc/>
    public Task<CoinflowPlan> CreatePlanAsync(CoinflowPlanRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.CheckNew());
        return SendAsync(
            ApiCall.Post("merchant/subscription/plans", request, CoinflowJson.Default.CoinflowPlanRequest),
            CoinflowJson.Default.CoinflowPlan,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CoinflowPlan>> ListPlansAsync(CancellationToken cancellationToken = default) =>
        ListAsync(ApiCall.Get("merchant/subscription/plans"), CoinflowJson.Default.CoinflowPlan, cancellationToken);

    /// <inheritdoc/>
    public Task<CoinflowPlan> UpdatePlanAsync(string planId, CoinflowPlanRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        var call = ApiCall.WithBody(HttpMethod.Put, Plan(planId), request, CoinflowJson.Default.CoinflowPlanRequest);
        return SendAsync(call with { Retry = ApiRetry.Idempotent }, CoinflowJson.Default.CoinflowPlan, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeletePlanAsync(string planId, CancellationToken cancellationToken = default) =>
        SendAsync(ApiCall.Delete(Plan(planId)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CoinflowSubscriber>> ListSubscribersAsync(string planId, CancellationToken cancellationToken = default) =>
        ListAsync(ApiCall.Get(Plan(planId) + "/subscribers"), CoinflowJson.Default.CoinflowSubscriber, cancellationToken);

    /// <inheritdoc/>
    public Task CancelSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken = default) =>
        SendAsync(Patch($"merchant/subscription/subscribers/{Segment(subscriptionId, nameof(subscriptionId))}"), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CoinflowSubscriptionPayment>> ListSubscriptionPaymentsAsync(
        string subscriptionId, CancellationToken cancellationToken = default) =>
        ListAsync(
            ApiCall.Get($"merchant/subscription/subscribers/{Segment(subscriptionId, nameof(subscriptionId))}"),
            CoinflowJson.Default.CoinflowSubscriptionPayment,
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CoinflowPlan>> ListPayerPlansAsync(CoinflowSession session, CancellationToken cancellationToken = default) =>
        ListAsync(InSession(ApiCall.Get($"subscription/{Merchant}/plans"), session), CoinflowJson.Default.CoinflowPlan, cancellationToken);

    /// <inheritdoc/>
    public Task<CoinflowPlan> GetPayerPlanAsync(CoinflowSession session, string code, CancellationToken cancellationToken = default) =>
        SendAsync(
            InSession(ApiCall.Get($"subscription/{Merchant}/plans/{Segment(code, nameof(code))}"), session),
            static (body, json) => Found(body, json),
            CoinflowJson.Default.CoinflowPlan,
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CoinflowSubscriber>> ListPayerSubscriptionsAsync(
        CoinflowSession session, CancellationToken cancellationToken = default) =>
        ListAsync(InSession(ApiCall.Get($"subscription/{Merchant}/subscribers"), session), CoinflowJson.Default.CoinflowSubscriber, cancellationToken);

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> SubscribeAsync(
        CoinflowSession session, CoinflowSubscribeRequest request, CancellationToken cancellationToken = default) =>
        SubscribeAsync(request?.Card is null ? "token" : "card", session, request!, cancellationToken);

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> SubscribeByAchAsync(
        CoinflowSession session, CoinflowSubscribeRequest request, CancellationToken cancellationToken = default) =>
        request is { Card: not null }
            ? throw new ArgumentException("Card: leave it out; a bank account is named by Token.", nameof(request))
            : SubscribeAsync("ach", session, request, cancellationToken);

    /// <inheritdoc/>
    public Task CancelPayerSubscriptionAsync(
        CoinflowSession session, string subscriptionId, CancellationToken cancellationToken = default) =>
        SendAsync(
            InSession(Patch($"subscription/{Merchant}/subscribers/{Segment(subscriptionId, nameof(subscriptionId))}"), session),
            cancellationToken);

    private static string Plan(string planId) => $"merchant/subscription/plans/{Segment(planId, nameof(planId))}";

    // Sent without a body: that is what ends a subscription.
    private static ApiCall Patch(string path) => new(new HttpMethod("PATCH"), path, null, ApiRetry.NotReceived);

    private Task<CoinflowPaymentResult> SubscribeAsync(
        string method, CoinflowSession session, CoinflowSubscribeRequest request, CancellationToken cancellationToken)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        var call = ApiCall.Post($"subscription/{Merchant}/subscribers/{method}", request, CoinflowJson.Default.CoinflowSubscribeRequest);
        return PayAsync(
            InSession(call, session),
            static (body, _) => new CoinflowSubscribed { Reference = CoinflowBodies.Text(body) ?? throw new AnswerException("has no text") },
            0,
            cancellationToken);
    }
}
