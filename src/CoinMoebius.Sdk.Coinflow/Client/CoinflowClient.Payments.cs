using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

// Look-ups of payments.
partial class CoinflowClient
{
    /// <inheritdoc/>
    public Task<CoinflowPayment> GetPaymentAsync(string paymentId, CancellationToken cancellationToken = default) =>
        SendAsync(
            ApiCall.Get($"merchant/payments/{Segment(paymentId, nameof(paymentId))}"),
            static (body, json) => Found(body, json),
            CoinflowJson.Default.CoinflowPayment,
            cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<CoinflowPayment> WatchPaymentAsync(string paymentId, CancellationToken cancellationToken = default)
    {
        _ = Segment(paymentId, nameof(paymentId));
        return PollAsync(
            token => GetPaymentAsync(paymentId, token),
            static payment => payment.Status,
            static payment => payment.Status.IsFinal,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<CoinflowPaymentDetails?> GetPaymentDetailsAsync(string paymentId, CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync(
            ApiCall.Get($"merchant/payments/enhanced/{Segment(paymentId, nameof(paymentId))}"),
            static (body, json) => Found(body, json),
            CoinflowJson.Default.CoinflowPaymentDetailsAnswer,
            cancellationToken).ConfigureAwait(false);
        return answer.Info;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CoinflowPayment> ListPaymentsAsync(
        CoinflowPaymentQuery query, CancellationToken cancellationToken = default) =>
        PagesAsync(
            Checked(query).ToQuery,
            "merchant/payments",
            CoinflowJson.Default.CoinflowPayment,
            static payment => payment.PaymentId,
            cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<CoinflowPayment> ListAchReturnsAsync(CancellationToken cancellationToken = default) =>
        PagesAsync(
            static page => new CoinflowQuery().Add("page", page).Add("pageSize", CoinflowPaymentQuery.DefaultPageSize).ToString(),
            "merchant/payments/ach-returns", CoinflowJson.Default.CoinflowPayment, static payment => payment.PaymentId, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CoinflowHistoryPayment>> ListPayerPaymentsAsync(
        CoinflowSession session, CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync(
            InSession(ApiCall.Get("customer/history"), session), CoinflowJson.Default.CoinflowHistoryAnswer, cancellationToken).ConfigureAwait(false);
        return answer.History ?? [];
    }

    /// <inheritdoc/>
    public async Task<CoinflowHistoryPayment> GetPayerPaymentAsync(
        CoinflowSession session, string paymentId, CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync(
            InSession(ApiCall.Get($"customer/history/{Segment(paymentId, nameof(paymentId))}"), session),
            static (body, json) => Found(body, json),
            CoinflowJson.Default.CoinflowHistoryPaymentAnswer,
            cancellationToken).ConfigureAwait(false);
        return answer.Payment ?? throw NotFound();
    }

    /// <inheritdoc/>
    public Task SettleSandboxPaymentAsync(string paymentId, CancellationToken cancellationToken = default) =>
        ForceAsync(paymentId, "settle", cancellationToken);

    /// <inheritdoc/>
    public Task FailSandboxPaymentAsync(string paymentId, CancellationToken cancellationToken = default) =>
        ForceAsync(paymentId, "fail", cancellationToken);

    private Task ForceAsync(string paymentId, string outcome, CancellationToken cancellationToken)
    {
        var path = $"merchant/payments/{Segment(paymentId, nameof(paymentId))}/{outcome}";
        return Options.Environment == CoinflowEnvironment.Sandbox
            ? SendAsync(new ApiCall(HttpMethod.Put, path, [], ApiRetry.Never), cancellationToken)
            : throw new InvalidOperationException("The outcome of a payment is forced in the sandbox only: set CoinflowOptions.Environment to Sandbox.");
    }
}
