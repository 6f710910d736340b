using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

// Payments by other methods.
partial class CoinflowClient
{
    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> PayByAchAsync(
        CoinflowSession session, CoinflowAchPaymentRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        return PayInSessionAsync(
            $"checkout/ach/{Merchant}",
            session,
            request,
            CoinflowJson.Default.CoinflowAchPaymentRequest,
            CoinflowJson.Default.CoinflowAcceptedPayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> PayByPixAsync(
        CoinflowSession session, CoinflowPixPaymentRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        var body = request with { MerchantId = request.MerchantId ?? Options.MerchantId };
        return PayInSessionAsync(
            "checkout/pix",
            session,
            body,
            CoinflowJson.Default.CoinflowPixPaymentRequest,
            CoinflowJson.Default.CoinflowPixPayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> PayByIbanAsync(
        CoinflowSession session, CoinflowBankPaymentRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        var body = request with { MerchantId = request.MerchantId ?? Options.MerchantId };
        return PayInSessionAsync(
            request.Token is null ? "checkout/iban" : "checkout/iban/token",
            session,
            body,
            CoinflowJson.Default.CoinflowBankPaymentRequest,
            CoinflowJson.Default.CoinflowIbanPayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> PayByWireAsync(
        CoinflowSession session, CoinflowBankPaymentRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        var body = request with { MerchantId = request.MerchantId ?? Options.MerchantId };
        return PayInSessionAsync(
            request.Token is null ? "checkout/wire" : "checkout/wire/token",
            session,
            body,
            CoinflowJson.Default.CoinflowBankPaymentRequest,
            CoinflowJson.Default.CoinflowWirePayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> PayByInteracAsync(
        CoinflowSession session, CoinflowInteracPaymentRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        var body = request with { MerchantId = request.MerchantId ?? Options.MerchantId };
        return PayInSessionAsync(
            request.Token is null ? "checkout/interac" : "checkout/interac/token",
            session,
            body,
            CoinflowJson.Default.CoinflowInteracPaymentRequest,
            CoinflowJson.Default.CoinflowInteracPayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> PayByCashAppAsync(
        CoinflowSession session, CoinflowCashAppPaymentRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        return PayInSessionAsync(
            $"checkout/cashapp/{Merchant}",
            session,
            request,
            CoinflowJson.Default.CoinflowCashAppPaymentRequest,
            CoinflowJson.Default.CoinflowCashAppPayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> PayByApaAsync(
        CoinflowSession session, CoinflowApaPaymentRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        return PayInSessionAsync(
            $"checkout/apa/{Merchant}",
            session,
            request,
            CoinflowJson.Default.CoinflowApaPaymentRequest,
            CoinflowJson.Default.CoinflowAcceptedPayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> PayByPayPalAsync(
        CoinflowSession session, CoinflowAccountPaymentRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        return PayInSessionAsync(
            request.Token is null ? $"checkout/paypal/{Merchant}" : $"checkout/paypal/token/{Merchant}",
            session,
            request,
            CoinflowJson.Default.CoinflowAccountPaymentRequest,
            CoinflowJson.Default.CoinflowAcceptedPayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> PayByVenmoAsync(
        CoinflowSession session, CoinflowAccountPaymentRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        return PayInSessionAsync(
            request.Token is null ? $"checkout/venmo/{Merchant}" : $"checkout/venmo/token/{Merchant}",
            session,
            request,
            CoinflowJson.Default.CoinflowAccountPaymentRequest,
            CoinflowJson.Default.CoinflowAcceptedPayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowPaymentResult> PayByCryptoAsync(
        CoinflowPayer payer, CoinflowCryptoPaymentRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        return PayForAsync(
            "checkout/crypto",
            payer,
            request,
            CoinflowJson.Default.CoinflowCryptoPaymentRequest,
            CoinflowJson.Default.CoinflowCryptoPayment,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CoinflowCryptoChain>> ListCryptoChainsAsync(
        CoinflowCryptoChainQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var answer = await SendAsync(
            ApiCall.Get("checkout/crypto" + query.ToQuery()), CoinflowJson.Default.CoinflowCryptoChains, cancellationToken).ConfigureAwait(false);
        return answer.Chains ?? [];
    }
}
