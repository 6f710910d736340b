namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Knows where payments stand, for the page a buyer waits on. Unless replaced it knows the payments whose webhooks this process has
/// handled, and asks the Coin Moebius API, sparingly, about others when a client is registered.
/// </summary>
public interface IPaymentStatusSource
{
    /// <summary>Finds a payment.</summary>
    /// <param name="paymentId">The payment's id; comes from a browser, so it may be anything.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Where it stands, or null when nobody knows the id.</returns>
    /// <exception cref="CoinMoebiusException">It cannot be said now; ask again later.</exception>
    ValueTask<PaymentStatusReport?> FindAsync(string paymentId, CancellationToken cancellationToken = default);
}
