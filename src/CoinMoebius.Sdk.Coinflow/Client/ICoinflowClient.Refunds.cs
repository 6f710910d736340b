namespace CoinMoebius.Sdk.Coinflow;

// Refunds.
partial interface ICoinflowClient
{
    /// <summary>Gives a payment back (<c>PUT /merchant/payments/{paymentId}/refund</c>). Never tried again.</summary>
    /// <remarks>
    /// Coinflow does it in its own time, and knows no idempotency key: after a failure without an answer, look at <see
    /// cref="ListPaymentRefundsAsync"/> before you call again.
    /// </remarks>
    /// <param name="paymentId">The payment.</param>
    /// <param name="request">Why, and how much.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowJob> RefundPaymentAsync(string paymentId, CoinflowRefundRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks what a refund would cost (<c>GET /merchant/payments/{paymentId}/refund-quote</c>). In use, but not in Coinflow's
    /// description of its API.
    /// </summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    Task<CoinflowRefundTotals> GetRefundQuoteAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>Lists refunds (<c>GET /refunds</c>).</summary>
    /// <param name="query">Which refunds; a query without members lists all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<CoinflowRefund>> ListRefundsAsync(CoinflowRefundQuery query, CancellationToken cancellationToken = default);

    /// <summary>Looks up the refund of a payment (<c>GET /refunds/payment/{paymentId}</c>).</summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    /// <exception cref="CoinMoebiusNotFoundException">There is none.</exception>
    Task<CoinflowRefund> GetRefundAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists all refunds of a payment (<c>GET /refunds/payment/{paymentId}/all</c>). Webhooks of two partial refunds can look alike:
    /// this tells them apart.
    /// </summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    Task<IReadOnlyList<CoinflowRefund>> ListPaymentRefundsAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>Tries a failed refund again (<c>POST /refunds/{refundId}/retry</c>). Never sent twice by itself.</summary>
    /// <param name="refundId">The refund that failed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    Task<CoinflowJob> RetryRefundAsync(string refundId, CancellationToken cancellationToken = default);
}
