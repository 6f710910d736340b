namespace CoinMoebius.Sdk.Coinflow;

// Look-ups of payments.
partial interface ICoinflowClient
{
    /// <summary>Looks a payment up (<c>GET /merchant/payments/{paymentId}</c>).</summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    /// <exception cref="CoinMoebiusNotFoundException">
    /// The API does not know the payment, which it also says with an empty answer.
    /// </exception>
    Task<CoinflowPayment> GetPaymentAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>Yields a payment when first seen and at each change of its status, and ends when the status is final.</summary>
    /// <remarks>
    /// Polls at growing intervals. Outages and 429 are waited out; everything else ends the watch. A refund or dispute after the end is
    /// told by webhooks alone.
    /// </remarks>
    /// <param name="paymentId">The payment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    IAsyncEnumerable<CoinflowPayment> WatchPaymentAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>Looks up what is known of a payment's card and payer (<c>GET /merchant/payments/enhanced/{paymentId}</c>).</summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Null when nothing is known.</returns>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    Task<CoinflowPaymentDetails?> GetPaymentDetailsAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>Lists payments, page after page as they are read (<c>GET /merchant/payments</c>).</summary>
    /// <remarks>
    /// The API tells no count: the end is a page that brings nothing new. A payment that moves from one page to the next meanwhile is
    /// yielded once.
    /// </remarks>
    /// <param name="query">Which payments; a query without members lists all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The size of a page is out of range.</exception>
    IAsyncEnumerable<CoinflowPayment> ListPaymentsAsync(CoinflowPaymentQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists bank debits that were returned, page after page as they are read (<c>GET /merchant/payments/ach-returns</c>).
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    IAsyncEnumerable<CoinflowPayment> ListAchReturnsAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists the payer's own payments (<c>GET /customer/history</c>).</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<CoinflowHistoryPayment>> ListPayerPaymentsAsync(
        CoinflowSession session, CancellationToken cancellationToken = default);

    /// <summary>Looks one of the payer's own payments up (<c>GET /customer/history/{paymentId}</c>).</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="paymentId">The payment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    /// <exception cref="CoinMoebiusNotFoundException">The API does not know the payment.</exception>
    Task<CoinflowHistoryPayment> GetPayerPaymentAsync(
        CoinflowSession session, string paymentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a payment by bank, Cash App or Pix succeed (<c>PUT /merchant/payments/{paymentId}/settle</c>); in the sandbox only.
    /// </summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    /// <exception cref="InvalidOperationException"><see cref="CoinflowOptions.Environment"/> is not the sandbox.</exception>
    Task SettleSandboxPaymentAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a payment by bank, Cash App or Pix fail (<c>PUT /merchant/payments/{paymentId}/fail</c>); in the sandbox only.
    /// </summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    /// <exception cref="InvalidOperationException"><see cref="CoinflowOptions.Environment"/> is not the sandbox.</exception>
    Task FailSandboxPaymentAsync(string paymentId, CancellationToken cancellationToken = default);
}
