namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>
/// The client of NOWPayments' API: what a merchant needs who sells without Coin Moebius's Cloud. Thread-safe; register it with
/// <c>AddNowPaymentsClient</c>. Source of all calls: https://documenter.getpostman.com/view/7907941/S1a32n38, and NOWPayments' own library,
/// https://github.com/NowPaymentsIO/nowpayments-sdk-nodejs.
/// </summary>
/// <remarks>
/// All methods throw <see cref="ArgumentException"/> before anything is sent for a request that cannot be right, and
/// <see cref="CoinMoebiusException"/> for a failure of the network or an error of NOWPayments. Calls that create something are sent a
/// second time only when NOWPayments has certainly not acted on them: it has no idempotency keys. Currencies are codes in any case,
/// coins with their network: <c>usd</c>, <c>btc</c>, <c>usdttrc20</c>.
/// </remarks>
public interface INowPaymentsClient : IApiClient
{
    /// <summary>Asks whether the API is up; needs no key. False for an answer that does not say so.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<bool> IsAvailableAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads which currencies NOWPayments takes.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<string>> GetCurrenciesAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads which coins are switched on in the store settings: those to offer to a buyer.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<string>> GetMerchantCurrenciesAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads what a price would be in another currency at this moment, roughly.</summary>
    /// <param name="amount">The price, above zero, in major units.</param>
    /// <param name="currencyFrom">The currency of the price.</param>
    /// <param name="currencyTo">The currency wanted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<NowPaymentsEstimate> GetEstimateAsync(
        decimal amount, string currencyFrom, string currencyTo, CancellationToken cancellationToken = default);

    /// <summary>Reads the least that can be paid; a smaller payment is lost to the network's fees.</summary>
    /// <param name="query">The currencies.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<NowPaymentsMinimumAmount> GetMinimumAmountAsync(
        NowPaymentsMinimumAmountQuery query, CancellationToken cancellationToken = default);

    /// <summary>Creates an invoice: a page of NOWPayments where the buyer picks a coin. Send the buyer to <see cref="NowPaymentsInvoice.InvoiceUrl"/>.</summary>
    /// <param name="request">What to create.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<NowPaymentsInvoice> CreateInvoiceAsync(NowPaymentsInvoiceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates a payment in one coin, for a page of your own that shows the address and the amount.</summary>
    /// <param name="request">What to create.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<NowPaymentsPayment> CreatePaymentAsync(NowPaymentsPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a payment.</summary>
    /// <param name="paymentId">Its id, a number such as <c>5077125051</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<NowPaymentsPayment> GetPaymentAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads a payment again and again, and yields it first and whenever its status or what was paid has changed. Ends after a final
    /// status. Webhooks tell sooner; this is for where they do not reach.
    /// </summary>
    /// <param name="paymentId">Its id.</param>
    /// <param name="cancellationToken">Cancels the watch.</param>
    IAsyncEnumerable<NowPaymentsPayment> WatchPaymentAsync(string paymentId, CancellationToken cancellationToken = default);
}
