using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

// Disputes, and customers who are blocked.
partial interface ICoinflowClient
{
    /// <summary>Lists disputes, page after page as they are read (<c>GET /merchant/chargebacks</c>).</summary>
    /// <param name="query">Which chargebacks; a query without members lists all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The size of a page is out of range.</exception>
    IAsyncEnumerable<CoinflowChargeback> ListChargebacksAsync(
        CoinflowChargebackQuery query, CancellationToken cancellationToken = default);

    /// <summary>Looks up the dispute of a payment (<c>GET /merchant/chargebacks/{paymentId}</c>).</summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    Task<CoinflowChargeback> GetChargebackAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for the rate of disputes (<c>GET /merchant/chargebacks/rate</c>), as the API writes it: the shape is not documented.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<JsonElement> GetChargebackRateAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the answer to a dispute so far (<c>GET /merchant/chargebacks/{paymentId}/draft</c>).</summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    Task<CoinflowChargebackDraft> GetChargebackDraftAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>Keeps the answer to a dispute so far (<c>PUT /merchant/chargebacks/{paymentId}/draft</c>).</summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="draft">The answer so far.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    Task SaveChargebackDraftAsync(string paymentId, CoinflowChargebackDraft draft, CancellationToken cancellationToken = default);

    /// <summary>States whether you leave a dispute unanswered (<c>PUT /merchant/chargebacks/{paymentId}/ignore</c>).</summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="ignored">True to leave it unanswered, false to answer it after all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    Task SetChargebackIgnoredAsync(string paymentId, bool ignored, CancellationToken cancellationToken = default);

    /// <summary>Answers a dispute (<c>POST /merchant/chargebacks/{paymentId}/respond</c>). Never tried again.</summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="response">The answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task RespondToChargebackAsync(string paymentId, CoinflowChargebackResponse response, CancellationToken cancellationToken = default);

    /// <summary>Blocks a customer, or lets one pay again (<c>PUT /merchant/blocked/{customerId}</c>).</summary>
    /// <param name="customerId">The customer, by Coinflow's id.</param>
    /// <param name="request">Why, and what then.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task BlockCustomerAsync(string customerId, CoinflowBlockRequest request, CancellationToken cancellationToken = default);
}
