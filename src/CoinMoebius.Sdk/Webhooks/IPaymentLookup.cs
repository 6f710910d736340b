using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Asks where a payment stands whose webhook has not come. The clients of this SDK register theirs; a durable inbox asks them about
/// payments that stay pending, and handles an answer like a webhook.
/// </summary>
public interface IPaymentLookup
{
    /// <summary>True when this one can be asked about a payment: it is its provider's, and has what it is found by.</summary>
    /// <param name="payment">The payment as it is known.</param>
    bool Serves(PaymentRecord payment);

    /// <summary>Asks, once.</summary>
    /// <param name="payment">The payment as it is known.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// What has become of it, as an event whose id is the same for the same answer; null when nothing has changed, or nobody knows it yet.
    /// </returns>
    /// <exception cref="CoinMoebiusException">It cannot be said now; ask again later.</exception>
    Task<PaymentEvent?> FindAsync(PaymentRecord payment, CancellationToken cancellationToken = default);
}
