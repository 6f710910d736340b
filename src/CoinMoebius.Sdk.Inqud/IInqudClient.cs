namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// The client of Inqud's API: payments in crypto, on Inqud's page, in a widget or on a page of your own. Thread-safe; register it with
/// <c>AddInqudClient</c>. Source of all calls: docs.inqud.com, where not said otherwise.
/// </summary>
/// <remarks>
/// All methods throw <see cref="ArgumentException"/> before anything is sent for a request that cannot be right, and
/// <see cref="CoinMoebiusException"/> for a failure of the network or an error of Inqud. Calls that create something are sent a second
/// time only when Inqud has certainly not acted on them: Inqud has no idempotency keys.
/// </remarks>
public interface IInqudClient : IApiClient
{
    /// <summary>
    /// Returns a client over the same connections whose calls go to another widget than <see cref="InqudOptions.ProjectId"/>. It lives as
    /// long as this one.
    /// </summary>
    /// <param name="projectId">The widget, <c>CAP-…</c>.</param>
    /// <exception cref="ArgumentException">The id is empty or cannot stand in a path.</exception>
    IInqudClient ForProject(string projectId);

    /// <summary>
    /// Returns a client over the same connections whose on-ramp calls go to another project than
    /// <see cref="InqudOptions.OnRampProjectId"/>. It lives as long as this one.
    /// </summary>
    /// <param name="projectId">The on-ramp project, <c>ORP-…</c>.</param>
    /// <exception cref="ArgumentException">The id is empty or cannot stand in a path.</exception>
    IInqudClient ForOnRampProject(string projectId);

    /// <summary>Creates a checkout. Send the payer to <see cref="InqudCheckout.AcquiringUrl"/>, or put its id into the widget.</summary>
    /// <param name="request">What to create.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<InqudCheckout> CreateCheckoutAsync(InqudCheckoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a checkout. The path is not confirmed by Inqud's documentation: <see cref="InqudOptions.CheckoutPath"/>.</summary>
    /// <param name="checkoutId">Its id, <c>CCO-…</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<InqudCheckout> GetCheckoutAsync(string checkoutId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads a checkout again and again, and yields it first and whenever its status, its request's or what was paid has changed. Ends
    /// after a final status, a conflict among them. Webhooks report it sooner; use this where they cannot reach you.
    /// </summary>
    /// <param name="checkoutId">Its id, <c>CCO-…</c>.</param>
    /// <param name="cancellationToken">Cancels the watch.</param>
    IAsyncEnumerable<InqudCheckout> WatchCheckoutAsync(string checkoutId, CancellationToken cancellationToken = default);

    /// <summary>Reads which coins a widget takes, with limits and rates.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<InqudDepositOptions> GetDepositOptionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a request for one coin, for a page of your own.</summary>
    /// <param name="request">What to create.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<InqudRequest> CreateRequestAsync(InqudCoinRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a request. The path is what integrators call; it is not in the pages of Inqud's documentation that could be read.</summary>
    /// <param name="requestId">Its id, <c>CAPD-…</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<InqudRequest> GetRequestAsync(string requestId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads a request again and again, and yields it first and whenever its status, its payment's or what was paid has changed. Ends after
    /// a final status, a conflict among them.
    /// </summary>
    /// <param name="requestId">Its id, <c>CAPD-…</c>.</param>
    /// <param name="cancellationToken">Cancels the watch.</param>
    IAsyncEnumerable<InqudRequest> WatchRequestAsync(string requestId, CancellationToken cancellationToken = default);

    /// <summary>Gives a customer addresses of their own, or reads the existing ones: the same reference gives the same bundle.</summary>
    /// <param name="request">The customer and the coins.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<InqudStaticBundle> GetOrCreateStaticBundleAsync(
        InqudStaticBundleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a conversion rate. What the answer looks like is not documented: see <see cref="InqudRate"/>.</summary>
    /// <param name="baseAsset">The asset that is priced, for example <c>ETHEREUM_USDT</c>.</param>
    /// <param name="quoteAsset">The asset that it is priced in, for example <c>USD</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<InqudRate> GetRateAsync(string baseAsset, string quoteAsset, CancellationToken cancellationToken = default);

    /// <summary>Reads the account's balances.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<InqudBalance>> GetBalancesAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads the payments. Of the older API, whose page Inqud has marked as obsolete: answers and paging are not documented. Source:
    /// github.com/alexinqud/inqud-api, openapi.yml.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<InqudPayment>> ListPaymentsAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the payments of one order. Of the older API, as <see cref="ListPaymentsAsync"/>.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<InqudPayment>> FindPaymentsAsync(string orderId, CancellationToken cancellationToken = default);

    /// <summary>Reads a payment. Of the older API, as <see cref="ListPaymentsAsync"/>.</summary>
    /// <param name="paymentId">Its id, <c>PMT-…</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<InqudPayment> GetPaymentAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>Creates a checkout in which the payer buys a coin with a card. Send the payer to <see cref="InqudOnRampCheckout.OnRampUrl"/>.</summary>
    /// <param name="request">What to create.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<InqudOnRampCheckout> CreateOnRampCheckoutAsync(
        InqudOnRampCheckoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads an on-ramp checkout. The path is what integrators call; Inqud's pages that could be read do not show it.</summary>
    /// <param name="checkoutId">Its id, <c>ORCO-…</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<InqudOnRampCheckout> GetOnRampCheckoutAsync(string checkoutId, CancellationToken cancellationToken = default);
}
