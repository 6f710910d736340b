using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

// Hosted checkouts and their prices.
partial class CoinflowClient
{
    /// <inheritdoc/>
    public async Task<CoinflowCheckoutLink> CreateCheckoutLinkAsync(
        CoinflowPayer payer, CoinflowCheckoutRequest request, CancellationToken cancellationToken = default)
    {
        var body = Keyed(request);
        var call = ApiCall.Post("checkout/link", body, CoinflowJson.Default.CoinflowCheckoutRequest) with
        {
            Retry = ApiRetry.Idempotent,
            Headers = CoinflowHeaders.Of(payer, request.SubmerchantId),
        };
        var answer = await SendAsync(call, CoinflowJson.Default.CoinflowCheckoutLink, cancellationToken).ConfigureAwait(false);
        return answer.Link is null ? throw Odd("has no link that a browser may be sent to") : answer;
    }

    /// <inheritdoc/>
    public async Task<CoinflowCheckoutToken> CreateCheckoutTokenAsync(
        CoinflowCheckoutRequest request, CancellationToken cancellationToken = default)
    {
        var body = Keyed(request);
        CoinflowChecks.Require(request.SubmerchantId is null, nameof(request.SubmerchantId), "only CreateCheckoutLinkAsync can act for a seller.");
        var call = ApiCall.Post("checkout/jwt-token", body, CoinflowJson.Default.CoinflowCheckoutRequest) with { Retry = ApiRetry.Idempotent };
        var answer = await SendAsync(call, CoinflowJson.Default.CoinflowCheckoutToken, cancellationToken).ConfigureAwait(false);
        return string.IsNullOrEmpty(answer.CheckoutJwtToken) ? throw Odd("has no token") : answer;
    }

    /// <inheritdoc/>
    public Task<CoinflowTotalsByMethod> GetTotalsAsync(
        CoinflowSession session, CoinflowTotalsRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        var call = ApiCall.Post($"checkout/totals/{Merchant}", request, CoinflowJson.Default.CoinflowTotalsRequest) with { Retry = ApiRetry.Idempotent };
        return SendAsync(InSession(call, session), CoinflowJson.Default.CoinflowTotalsByMethod, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CoinflowFeesByMethod> GetFeesAsync(
        CoinflowSession session, CoinflowFeesRequest request, CancellationToken cancellationToken = default)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        var body = request with { MerchantId = request.MerchantId ?? Options.MerchantId };
        var call = ApiCall.Post("checkout/fees", body, CoinflowJson.Default.CoinflowFeesRequest) with { Retry = ApiRetry.Idempotent };
        return SendAsync(InSession(call, session), CoinflowJson.Default.CoinflowFeesByMethod, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<CoinflowDestinationAuthKey> CreateDestinationAuthKeyAsync(
        string blockchain, string destination, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(blockchain);
        ArgumentException.ThrowIfNullOrWhiteSpace(destination);
        var call = ApiCall.Post(
            "checkout/destination-auth-key", new(blockchain, destination), CoinflowJson.Default.CoinflowDestinationAuthKeyRequest);
        var answer = await SendAsync(call, CoinflowJson.Default.CoinflowDestinationAuthKey, cancellationToken).ConfigureAwait(false);
        return string.IsNullOrEmpty(answer.Key) ? throw Odd("has no key") : answer;
    }

    private static CoinflowCheckoutRequest Keyed(CoinflowCheckoutRequest request)
    {
        CoinflowChecks.Checked(request, static value => value.Check());
        return request.IdempotencyKey is null ? request with { IdempotencyKey = Guid.NewGuid().ToString("D") } : request;
    }
}
