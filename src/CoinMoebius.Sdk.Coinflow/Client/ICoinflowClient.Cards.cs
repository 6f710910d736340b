namespace CoinMoebius.Sdk.Coinflow;

// Payments by card, and what follows a reservation.
partial interface ICoinflowClient
{
    /// <summary>Pays with a new card (<c>POST /checkout/card/{merchantId}</c>). Never tried again.</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">The card, and what to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> PayByCardAsync(
        CoinflowSession session, CoinflowCardPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Pays with a saved card (<c>POST /checkout/token/{merchantId}</c>). Never tried again.</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">The card's token, and what to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> PayBySavedCardAsync(
        CoinflowSession session, CoinflowTokenPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Checks a card without taking money (<c>POST /checkout/zero-authorization/{merchantId}</c>). Never tried again.</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">The card.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> CheckCardAsync(
        CoinflowSession session, CoinflowZeroAuthorizationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Pays with a card on file, at the payer's wish (<c>POST /checkout/card-on-file</c>). Never tried again.</summary>
    /// <param name="payer">The payer.</param>
    /// <param name="request">The card, and what to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> PayByCardOnFileAsync(
        CoinflowPayer payer, CoinflowCardOnFileRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks whether a card on file may be used (<c>POST /checkout/card-on-file-authorized</c>).</summary>
    /// <param name="payer">The payer.</param>
    /// <param name="token">The card's token.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    Task<bool> IsCardOnFileAuthorizedAsync(CoinflowPayer payer, string token, CancellationToken cancellationToken = default);

    /// <summary>Takes a payment without the payer (<c>POST /checkout/merchant-initiated-transaction</c>). Never tried again.</summary>
    /// <remarks>
    /// A <see cref="CoinMoebiusRateLimitException"/> may mean that the customer's limit for the period is reached: trying again soon
    /// does not help.
    /// </remarks>
    /// <param name="payer">The payer.</param>
    /// <param name="request">Whose card, and what to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> PayMerchantInitiatedAsync(
        CoinflowPayer payer, CoinflowMerchantInitiatedRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes reserved money (<c>POST /checkout/capture</c>). Never tried again.</summary>
    /// <remarks>Coinflow does it in its own time. After a failure without an answer look the payment up before you call again.</remarks>
    /// <param name="request">The payment, and how much.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowJob> CapturePaymentAsync(CoinflowCaptureRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gives a reservation up (<c>POST /checkout/void</c>). Never tried again.</summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    Task VoidPaymentAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>Decides a payment that waits for a review (<c>PUT /checkout/review</c>). Never tried again.</summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="accept">True to take it, false to refuse it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    Task ReviewPaymentAsync(string paymentId, bool accept, CancellationToken cancellationToken = default);
}
