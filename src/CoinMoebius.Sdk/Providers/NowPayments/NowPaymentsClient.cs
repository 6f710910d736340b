using System.Diagnostics;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.NowPayments.Json;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>The client of NOWPayments' API. With a container use <c>AddNowPaymentsClient</c>; without one keep a single instance.</summary>
[DebuggerDisplay("{GetType().Name,nq}")]
public sealed class NowPaymentsClient : INowPaymentsClient, IDisposable
{
    private readonly ApiClient<NowPaymentsOptions> _api;

    /// <summary>
    /// Creates a client over an <see cref="HttpClient"/> of your own. Retries, time-outs and the key are added on top of it; turn off
    /// <c>AllowAutoRedirect</c> in its handler, and leave its <see cref="HttpClient.Timeout"/> above
    /// <see cref="ApiClientOptions.AttemptTimeout"/>.
    /// </summary>
    /// <param name="httpClient">Sends the requests. Its base address and default headers are not touched; it is not disposed.</param>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public NowPaymentsClient(HttpClient httpClient, NowPaymentsOptions options, TimeProvider? timeProvider = null)
        : this(ApiConnection<NowPaymentsOptions>.Over(httpClient, options, timeProvider))
    {
    }

    internal NowPaymentsClient(ApiConnection<NowPaymentsOptions> connection) => _api = new(connection);

    /// <summary>
    /// Creates a client with connections of its own, which it renews every five minutes so that changes of DNS are seen (on .NET
    /// Framework set <c>ServicePoint.ConnectionLeaseTimeout</c> yourself). Keep one for the life of the process, and dispose it at the end.
    /// </summary>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public static NowPaymentsClient Create(NowPaymentsOptions options, TimeProvider? timeProvider = null) =>
        new(ApiConnection<NowPaymentsOptions>.Create(options, timeProvider));

    /// <inheritdoc/>
    public Task<bool> IsAvailableAsync(CancellationToken cancellationToken = default) =>
        _api.SendAsync(
            ApiCall.Get("v1/status") with { IsAnonymous = true }, static (body, _) => NowPaymentsAnswers.IsOk(body), 0, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GetCurrenciesAsync(CancellationToken cancellationToken = default) =>
        _api.SendAsync(ApiCall.Get("v1/currencies"), NowPaymentsAnswers.Texts, "currencies", cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GetMerchantCurrenciesAsync(CancellationToken cancellationToken = default) =>
        _api.SendAsync(ApiCall.Get("v1/merchant/coins"), NowPaymentsAnswers.Texts, "selectedCurrencies", cancellationToken);

    /// <inheritdoc/>
    public Task<NowPaymentsEstimate> GetEstimateAsync(
        decimal amount, string currencyFrom, string currencyTo, CancellationToken cancellationToken = default)
    {
        NowPaymentsChecks.Positive(amount, nameof(amount));
        var path = FormattableString.Invariant(
            $"v1/estimate?amount={amount}&currency_from={Code(currencyFrom, nameof(currencyFrom))}&currency_to={Code(currencyTo, nameof(currencyTo))}");
        return _api.SendAsync(ApiCall.Get(path), NowPaymentsJson.Default.NowPaymentsEstimate, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<NowPaymentsMinimumAmount> GetMinimumAmountAsync(
        string currencyFrom, string? currencyTo = null, string? fiatCurrency = null, CancellationToken cancellationToken = default)
    {
        var path = $"v1/min-amount?currency_from={Code(currencyFrom, nameof(currencyFrom))}"
            + (currencyTo is null ? "" : $"&currency_to={Code(currencyTo, nameof(currencyTo))}")
            + (fiatCurrency is null ? "" : $"&fiat_equivalent={Code(fiatCurrency, nameof(fiatCurrency))}");
        return _api.SendAsync(ApiCall.Get(path), NowPaymentsJson.Default.NowPaymentsMinimumAmount, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<NowPaymentsInvoice> CreateInvoiceAsync(NowPaymentsNewInvoice invoice, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        invoice.Validate();
        var call = ApiCall.Post("v1/invoice", invoice, NowPaymentsJson.Default.NowPaymentsNewInvoice);
        return _api.SendAsync(call, static (body, _) => NowPaymentsAnswers.Invoice(body), 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<NowPaymentsPayment> CreatePaymentAsync(NowPaymentsNewPayment payment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payment);
        payment.Validate();
        var call = ApiCall.Post("v1/payment", payment, NowPaymentsJson.Default.NowPaymentsNewPayment);
        return _api.SendAsync(call, NowPaymentsAnswers.Payment, (string?)null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<NowPaymentsPayment> GetPaymentAsync(string paymentId, CancellationToken cancellationToken = default) =>
        _api.SendAsync(ApiCall.Get(PathOf(paymentId)), NowPaymentsAnswers.Payment, paymentId, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<NowPaymentsPayment> WatchPaymentAsync(string paymentId, CancellationToken cancellationToken = default)
    {
        // So that a wrong argument shows here and not at the first step of the enumeration.
        PathOf(paymentId);
        return _api.WatchAsync(
            token => GetPaymentAsync(paymentId, token),
            static payment => (payment.Status, payment.ActuallyPaid),
            static payment => payment.Status.IsFinal,
            cancellationToken);
    }

    /// <summary>Closes the connections of a client made with <see cref="Create"/>.</summary>
    public void Dispose() => _api.Dispose();

    private static string PathOf(string paymentId) => "v1/payment/" + SafeUrls.EscapeSegment(paymentId, nameof(paymentId));

    private static string Code(string currency, string parameterName) => NowPaymentsChecks.Currency(currency, parameterName);
}
