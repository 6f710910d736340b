using System.Text.Json;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

// Disputes, and customers who are blocked.
partial class CoinflowClient
{
    /// <inheritdoc/>
    public IAsyncEnumerable<CoinflowChargeback> ListChargebacksAsync(
        CoinflowChargebackQuery query, CancellationToken cancellationToken = default) =>
        PagesAsync(
            Checked(query).ToQuery,
            "merchant/chargebacks",
            CoinflowJson.Default.CoinflowChargeback,
            static item => item.ChargebackId,
            cancellationToken);

    /// <inheritdoc/>
    public Task<CoinflowChargeback> GetChargebackAsync(string paymentId, CancellationToken cancellationToken = default) =>
        SendAsync(
            ApiCall.Get(Chargeback(paymentId)),
            static (body, json) => Found(body, json),
            CoinflowJson.Default.CoinflowChargeback,
            cancellationToken);

    /// <inheritdoc/>
    public Task<JsonElement> GetChargebackRateAsync(CancellationToken cancellationToken = default) =>
        DocumentAsync(ApiCall.Get("merchant/chargebacks/rate"), cancellationToken);

    /// <inheritdoc/>
    public Task<CoinflowChargebackDraft> GetChargebackDraftAsync(string paymentId, CancellationToken cancellationToken = default) =>
        SendAsync(
            ApiCall.Get(Chargeback(paymentId) + "/draft"),
            static (body, json) => Found(body, json),
            CoinflowJson.Default.CoinflowChargebackDraft,
            cancellationToken);

    /// <inheritdoc/>
    public Task SaveChargebackDraftAsync(string paymentId, CoinflowChargebackDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var call = ApiCall.WithBody(HttpMethod.Put, Chargeback(paymentId) + "/draft", draft, CoinflowJson.Default.CoinflowChargebackDraft);
        return SendAsync(call with { Retry = ApiRetry.Idempotent }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task SetChargebackIgnoredAsync(string paymentId, bool ignored, CancellationToken cancellationToken = default)
    {
        var call = ApiCall.WithBody(HttpMethod.Put, Chargeback(paymentId) + "/ignore", new(ignored), CoinflowJson.Default.CoinflowIgnoreRequest);
        return SendAsync(call with { Retry = ApiRetry.Idempotent }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RespondToChargebackAsync(
        string paymentId, CoinflowChargebackResponse response, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(response, static value => value.Check());
        var call = ApiCall.Post(Chargeback(paymentId) + "/respond", response, CoinflowJson.Default.CoinflowChargebackResponse);
        return SendAsync(call with { Retry = ApiRetry.Never }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task BlockCustomerAsync(string customerId, CoinflowBlockRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        var call = ApiCall.WithBody(
            HttpMethod.Put, $"merchant/blocked/{Segment(customerId, nameof(customerId))}", request, CoinflowJson.Default.CoinflowBlockRequest);
        return SendAsync(call with { Retry = ApiRetry.Idempotent }, cancellationToken);
    }

    private static string Chargeback(string paymentId) => $"merchant/chargebacks/{Segment(paymentId, nameof(paymentId))}";
}
