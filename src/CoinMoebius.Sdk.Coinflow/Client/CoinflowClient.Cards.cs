using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

// Payments by card, and what follows a reservation.
partial class CoinflowClient
{
    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> PayByCardAsync(
        CoinflowSession session, CoinflowCardPaymentRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        return PayInSessionAsync(
            $"checkout/card/{Merchant}",
            session,
            request,
            CoinflowJson.Default.CoinflowCardPaymentRequest,
            CoinflowJson.Default.CoinflowAcceptedPayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> PayBySavedCardAsync(
        CoinflowSession session, CoinflowTokenPaymentRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        return PayInSessionAsync(
            $"checkout/token/{Merchant}",
            session,
            request,
            CoinflowJson.Default.CoinflowTokenPaymentRequest,
            CoinflowJson.Default.CoinflowAcceptedPayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> CheckCardAsync(
        CoinflowSession session, CoinflowZeroAuthorizationRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        return PayInSessionAsync(
            $"checkout/zero-authorization/{Merchant}",
            session,
            request,
            CoinflowJson.Default.CoinflowZeroAuthorizationRequest,
            CoinflowJson.Default.CoinflowAcceptedPayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> PayByCardOnFileAsync(
        CoinflowPayer payer, CoinflowCardOnFileRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        return PayForAsync(
            "checkout/card-on-file",
            payer,
            request,
            CoinflowJson.Default.CoinflowCardOnFileRequest,
            CoinflowJson.Default.CoinflowAcceptedPayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> IsCardOnFileAuthorizedAsync(CoinflowPayer payer, string token, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        var call = ApiCall.Post("checkout/card-on-file-authorized", new(token), CoinflowJson.Default.CoinflowCardOnFileQuestion) with
        {
            Headers = CoinflowHeaders.Of(payer),
        };
        var answer = await SendAsync(call, CoinflowJson.Default.CoinflowCardOnFileAnswer, cancellationToken).ConfigureAwait(false);
        return answer.Authorized is true;
    }

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> PayMerchantInitiatedAsync(
        CoinflowPayer payer, CoinflowMerchantInitiatedRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        return PayForAsync(
            "checkout/merchant-initiated-transaction",
            payer,
            request,
            CoinflowJson.Default.CoinflowMerchantInitiatedRequest,
            CoinflowJson.Default.CoinflowAcceptedPayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowJob> CapturePaymentAsync(CoinflowCaptureRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        var call = ApiCall.Post("checkout/capture", request, CoinflowJson.Default.CoinflowCaptureRequest) with { Retry = ApiRetry.Never };
        return JobAsync(call, cancellationToken);
    }

    /// <inheritdoc/>
    public Task VoidPaymentAsync(string paymentId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(paymentId);
        var call = ApiCall.Post("checkout/void", new(paymentId), CoinflowJson.Default.CoinflowVoidRequest) with { Retry = ApiRetry.Never };
        return SendAsync(call, cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReviewPaymentAsync(string paymentId, bool accept, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(paymentId);
        var call = ApiCall.WithBody(HttpMethod.Put, "checkout/review", new(paymentId, accept), CoinflowJson.Default.CoinflowReviewRequest) with
        {
            Retry = ApiRetry.Never,
        };
        return SendAsync(call, cancellationToken);
    }
}
