namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Where every payment stands, one row each: what verified events have told, never moved back by a late one. A durable inbox keeps it.
/// </summary>
public interface IPaymentLedger
{
    /// <summary>Finds a payment.</summary>
    /// <param name="provider">Its provider.</param>
    /// <param name="paymentId">Its id, as in <see cref="Events.PaymentEvent.PaymentId"/>.</param>
    /// <param name="account">The account; empty for the only one.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The payment, or null when no event has told of it.</returns>
    Task<PaymentRecord?> FindAsync(
        PaymentProvider provider, string paymentId, string account = "", CancellationToken cancellationToken = default);

    /// <summary>Finds the payments with an order reference of the merchant's, the newest first. An order may be paid in several attempts.</summary>
    /// <param name="reference">The reference, as in <see cref="Events.PaymentEvent.Reference"/>.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<IReadOnlyList<PaymentRecord>> FindByReferenceAsync(string reference, CancellationToken cancellationToken = default);

    /// <summary>Finds the payment of a checkout at Coin Moebius.</summary>
    /// <param name="transactionId">The checkout's transaction (<c>tx_…</c>), which its webhooks carry in their metadata as <c>transactionId</c>.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The payment, or null when nothing has told of it.</returns>
    Task<PaymentRecord?> FindByTransactionAsync(string transactionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Notes a payment that was just started, as pending. Should its webhook never come, its provider is asked about it. Does nothing when
    /// the payment is known already.
    /// </summary>
    /// <param name="payment">The payment.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task ExpectAsync(ExpectedPayment payment, CancellationToken cancellationToken = default);
}
