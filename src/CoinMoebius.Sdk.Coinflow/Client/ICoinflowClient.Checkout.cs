namespace CoinMoebius.Sdk.Coinflow;

// Hosted checkouts and their prices.
partial interface ICoinflowClient
{
    /// <summary>Makes a hosted checkout and its link (<c>POST /checkout/link</c>). Tried again under the same idempotency key.</summary>
    /// <param name="payer">The payer.</param>
    /// <param name="request">What to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The link; https, or http on a loopback address.</returns>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowCheckoutLink> CreateCheckoutLinkAsync(
        CoinflowPayer payer, CoinflowCheckoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a token for one purchase in Coinflow's script (<c>POST /checkout/jwt-token</c>). Tried again under the same idempotency
    /// key.
    /// </summary>
    /// <remarks>Coinflow allows five in ten minutes; whether for each customer, address or merchant is not documented.</remarks>
    /// <param name="request">What to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowCheckoutToken> CreateCheckoutTokenAsync(CoinflowCheckoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks what a purchase costs by each method (<c>POST /checkout/totals/{merchantId}</c>).</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">What to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowTotalsByMethod> GetTotalsAsync(
        CoinflowSession session, CoinflowTotalsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks for the fees of each method (<c>POST /checkout/fees</c>).</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">What to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowFeesByMethod> GetFeesAsync(
        CoinflowSession session, CoinflowFeesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes a short-lived token that lets a payment settle at an address (<c>POST /checkout/destination-auth-key</c>).</summary>
    /// <param name="blockchain">The blockchain, of <see cref="CoinflowBlockchains"/>.</param>
    /// <param name="destination">The address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">A value is empty.</exception>
    Task<CoinflowDestinationAuthKey> CreateDestinationAuthKeyAsync(
        string blockchain, string destination, CancellationToken cancellationToken = default);
}
