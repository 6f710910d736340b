using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.NowPayments.Json;

namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>The client of NOWPayments' API. With a container use <c>AddNowPaymentsClient</c>; without one keep a single instance.</summary>
public sealed class NowPaymentsClient : ApiClient<NowPaymentsOptions>, INowPaymentsClient
{
    /// <inheritdoc/>
    public NowPaymentsClient(HttpClient httpClient, NowPaymentsOptions options, TimeProvider? timeProvider = null)
        : base(httpClient, options, timeProvider)
    {
    }

    /// <inheritdoc/>
    public NowPaymentsClient(NowPaymentsOptions options, TimeProvider? timeProvider = null)
        : base(options, timeProvider)
    {
    }

    internal NowPaymentsClient(ApiConnection<NowPaymentsOptions> connection)
        : base(connection)
    {
    }

    /// <inheritdoc/>
    public Task<bool> IsAvailableAsync(CancellationToken cancellationToken = default) =>
        SendAsync(
            ApiCall.Get("v1/status") with { IsAnonymous = true }, static (body, _) => NowPaymentsAnswers.IsOk(body), 0, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GetCurrenciesAsync(CancellationToken cancellationToken = default) =>
        SendAsync(ApiCall.Get("v1/currencies"), NowPaymentsAnswers.Texts, "currencies", cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GetMerchantCurrenciesAsync(CancellationToken cancellationToken = default) =>
        SendAsync(ApiCall.Get("v1/merchant/coins"), NowPaymentsAnswers.Texts, "selectedCurrencies", cancellationToken);

    /// <inheritdoc/>
    public Task<NowPaymentsEstimate> GetEstimateAsync(
        decimal amount, string currencyFrom, string currencyTo, CancellationToken cancellationToken = default)
    {
        NowPaymentsChecks.Positive(amount, nameof(amount));
        var path = FormattableString.Invariant(
            $"v1/estimate?amount={amount}&currency_from={Code(currencyFrom, nameof(currencyFrom))}&currency_to={Code(currencyTo, nameof(currencyTo))}");
        return SendAsync(ApiCall.Get(path), NowPaymentsJson.Default.NowPaymentsEstimate, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<NowPaymentsMinimumAmount> GetMinimumAmountAsync(
        NowPaymentsMinimumAmountQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var path = $"v1/min-amount?currency_from={Code(query.CurrencyFrom, nameof(query))}"
            + (query.CurrencyTo is { } to ? $"&currency_to={Code(to, nameof(query))}" : "")
            + (query.FiatCurrency is { } fiat ? $"&fiat_equivalent={Code(fiat, nameof(query))}" : "");
        return SendAsync(ApiCall.Get(path), NowPaymentsJson.Default.NowPaymentsMinimumAmount, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<NowPaymentsInvoice> CreateInvoiceAsync(NowPaymentsInvoiceRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        var call = ApiCall.Post("v1/invoice", request, NowPaymentsJson.Default.NowPaymentsInvoiceRequest);
        return SendAsync(call, static (body, _) => NowPaymentsAnswers.Invoice(body), 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<NowPaymentsPayment> CreatePaymentAsync(NowPaymentsPaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        var call = ApiCall.Post("v1/payment", request, NowPaymentsJson.Default.NowPaymentsPaymentRequest);
        return SendAsync(call, NowPaymentsAnswers.Payment, (string?)null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<NowPaymentsPayment> GetPaymentAsync(string paymentId, CancellationToken cancellationToken = default) =>
        SendAsync(ApiCall.Get(PathOf(paymentId)), NowPaymentsAnswers.Payment, paymentId, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<NowPaymentsPayment> WatchPaymentAsync(string paymentId, CancellationToken cancellationToken = default)
    {
        // So that a wrong argument shows here and not at the first step of the enumeration.
        PathOf(paymentId);
        return PollAsync(
            token => GetPaymentAsync(paymentId, token),
            static payment => (payment.Status, payment.ActuallyPaid),
            static payment => payment.Status.IsFinal,
            cancellationToken);
    }

    private static string PathOf(string paymentId) => "v1/payment/" + SafeUrls.EscapeSegment(paymentId, nameof(paymentId));

    private static string Code(string currency, string parameterName) => NowPaymentsChecks.Currency(currency, parameterName);
}
