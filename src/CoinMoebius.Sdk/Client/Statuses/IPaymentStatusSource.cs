namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Finds the status of payments, for the page on which a buyer waits. The default source knows the payments whose webhooks this process
/// has handled. If a client is registered, it queries the Coin Moebius API about other payments, at a limited rate.
/// </summary>
public interface IPaymentStatusSource
{
    /// <summary>Finds a payment.</summary>
    /// <param name="paymentId">The payment's id; it comes from a browser, so it can be any text.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The status, or null for an unknown id.</returns>
    /// <exception cref="CoinMoebiusException">The status is unknown at the moment; try again later.</exception>
    ValueTask<PaymentStatusReport?> FindAsync(string paymentId, CancellationToken cancellationToken = default);
}
