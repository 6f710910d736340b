using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Queries the status of a payment whose webhook has not arrived. The clients of this SDK register theirs; a durable inbox calls them for
/// payments that remain pending, and handles a result like a webhook.
/// </summary>
public interface IPaymentLookup
{
    /// <summary>True when this lookup can find the payment: the provider and account match and the required id is present.</summary>
    /// <param name="payment">The payment as known so far.</param>
    bool Serves(PaymentRecord payment);

    /// <summary>Queries the payment once.</summary>
    /// <param name="payment">The payment as known so far.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The current state as an event, whose id is the same for the same state; null when nothing has changed or the payment is unknown.
    /// </returns>
    /// <exception cref="CoinMoebiusException">The status is unknown at the moment; try again later.</exception>
    Task<PaymentEvent?> FindAsync(PaymentRecord payment, CancellationToken cancellationToken = default);
}
