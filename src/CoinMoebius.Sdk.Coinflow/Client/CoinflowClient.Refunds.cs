using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

// Refunds.
partial class CoinflowClient
{
    /// <inheritdoc/>
    public Task<CoinflowJob> RefundPaymentAsync(
        string paymentId, CoinflowRefundRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        var call = ApiCall.WithBody(
            HttpMethod.Put, $"merchant/payments/{Segment(paymentId, nameof(paymentId))}/refund", request, CoinflowJson.Default.CoinflowRefundRequest);
        return JobAsync(call with { Retry = ApiRetry.Never }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowRefundTotals> GetRefundQuoteAsync(string paymentId, CancellationToken cancellationToken = default) =>
        SendAsync(
            ApiCall.Get($"merchant/payments/{Segment(paymentId, nameof(paymentId))}/refund-quote"),
            CoinflowJson.Default.CoinflowRefundTotals,
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CoinflowRefund>> ListRefundsAsync(
        CoinflowRefundQuery query, CancellationToken cancellationToken = default) =>
        ListAsync(ApiCall.Get("refunds" + Checked(query).ToQuery()), CoinflowJson.Default.CoinflowRefund, cancellationToken);

    /// <inheritdoc/>
    public Task<CoinflowRefund> GetRefundAsync(string paymentId, CancellationToken cancellationToken = default) =>
        SendAsync(
            ApiCall.Get($"refunds/payment/{Segment(paymentId, nameof(paymentId))}"),
            static (body, json) => Found(body, json),
            CoinflowJson.Default.CoinflowRefund,
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CoinflowRefund>> ListPaymentRefundsAsync(string paymentId, CancellationToken cancellationToken = default) =>
        ListAsync(ApiCall.Get($"refunds/payment/{Segment(paymentId, nameof(paymentId))}/all"), CoinflowJson.Default.CoinflowRefund, cancellationToken);

    /// <inheritdoc/>
    public Task<CoinflowJob> RetryRefundAsync(string refundId, CancellationToken cancellationToken = default) =>
        JobAsync(
            ApiCall.Post($"refunds/{Segment(refundId, nameof(refundId))}/retry") with { Retry = ApiRetry.Never }, cancellationToken);
}
