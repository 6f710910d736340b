namespace CoinMoebius.Sdk.Coinflow;

// Payments by other methods.
partial interface ICoinflowClient
{
    /// <summary>Debits a bank account in the United States (<c>POST /checkout/ach/{merchantId}</c>). Never tried again.</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">The account, and what to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> PayByAchAsync(
        CoinflowSession session, CoinflowAchPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks for a Pix code (<c>POST /checkout/pix</c>). Never tried again.</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">What to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> PayByPixAsync(
        CoinflowSession session, CoinflowPixPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for an account to pay to by SEPA or Faster Payments (<c>POST /checkout/iban</c>, or <c>/checkout/iban/token</c>). Never
    /// tried again.
    /// </summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">The payer's account, and what to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> PayByIbanAsync(
        CoinflowSession session, CoinflowBankPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for an account to pay to by wire (<c>POST /checkout/wire</c>, or <c>/checkout/wire/token</c>). Never tried again.
    /// </summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">The payer's account, and what to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> PayByWireAsync(
        CoinflowSession session, CoinflowBankPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks the payer for money by Interac (<c>POST /checkout/interac</c>, or <c>/checkout/interac/token</c>). Never tried again.
    /// </summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">The payer, and what to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> PayByInteracAsync(
        CoinflowSession session, CoinflowInteracPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks for a page to pay in Cash App (<c>POST /checkout/cashapp/{merchantId}</c>). Never tried again.</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">What to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> PayByCashAppAsync(
        CoinflowSession session, CoinflowCashAppPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Pays with APA (<c>POST /checkout/apa/{merchantId}</c>). Never tried again.</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">The payer, and what to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> PayByApaAsync(
        CoinflowSession session, CoinflowApaPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Pays with PayPal (<c>POST /checkout/paypal/{merchantId}</c>, or <c>/checkout/paypal/token/{merchantId}</c>). Never tried again.
    /// </summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">What to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> PayByPayPalAsync(
        CoinflowSession session, CoinflowAccountPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Pays with Venmo (<c>POST /checkout/venmo/{merchantId}</c>, or <c>/checkout/venmo/token/{merchantId}</c>). Never tried again.
    /// </summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">What to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> PayByVenmoAsync(
        CoinflowSession session, CoinflowAccountPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks for an address to pay coins to (<c>POST /checkout/crypto</c>). Never tried again.</summary>
    /// <param name="payer">The payer.</param>
    /// <param name="request">The coin, and what to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> PayByCryptoAsync(
        CoinflowPayer payer, CoinflowCryptoPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the chains and coins that are taken (<c>GET /checkout/crypto</c>).</summary>
    /// <param name="query">For what; a query without members lists all chains.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<CoinflowCryptoChain>> ListCryptoChainsAsync(
        CoinflowCryptoChainQuery query, CancellationToken cancellationToken = default);
}
