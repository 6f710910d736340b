namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// The status of every payment, one row each, according to its verified events in any order. A durable inbox maintains it.
/// </summary>
public interface IPaymentLedger
{
    /// <summary>Finds a payment.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="paymentId">The id, as in <see cref="Events.PaymentEvent.PaymentId"/>.</param>
    /// <param name="account">The account; empty for a provider with one account.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The payment, or null when no event has reported it.</returns>
    Task<PaymentRecord?> FindAsync(
        PaymentProvider provider, string paymentId, string account, CancellationToken cancellationToken = default);

    /// <summary>Lists the refunds of a payment, each once, including pending and failed ones.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="paymentId">The id, as in <see cref="Events.PaymentEvent.PaymentId"/>.</param>
    /// <param name="account">The account; empty for a provider with one account.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The refunds ordered by id; empty when there are none or the payment is unknown.</returns>
    Task<IReadOnlyList<Events.PaymentRefund>> FindRefundsAsync(
        PaymentProvider provider, string paymentId, string account, CancellationToken cancellationToken = default);

    /// <summary>Finds the payments of a session, an order or a link at the provider, newest first.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="checkoutId">The provider's id, as in <see cref="Events.PaymentEvent.CheckoutId"/>.</param>
    /// <param name="account">The account; empty for a provider with one account.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    Task<IReadOnlyList<PaymentRecord>> FindByCheckoutAsync(
        PaymentProvider provider, string checkoutId, string account, CancellationToken cancellationToken = default);

    /// <summary>Finds the payments with an order reference of the merchant, newest first. An order may have several payment attempts.</summary>
    /// <param name="reference">
    /// The reference passed to <see cref="ExpectAsync"/>; for payments that nobody expected, <see cref="Events.PaymentEvent.Reference"/>.
    /// </param>
    /// <param name="cancellationToken">Cancels the search.</param>
    Task<IReadOnlyList<PaymentRecord>> FindByReferenceAsync(string reference, CancellationToken cancellationToken = default);

    /// <summary>Finds the payment of a checkout at Coin Moebius.</summary>
    /// <param name="transactionId">The checkout's transaction (<c>tx_…</c>), as passed to <see cref="ExpectAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The payment, or null when nobody expects one. Ids that are only claimed in payloads are not found.</returns>
    Task<PaymentRecord?> FindByTransactionAsync(string transactionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Records a payment that has just started, as pending. This links a transaction and an order with a payment: see
    /// <see cref="ExpectedPayment"/>. If its webhook never arrives, the inbox queries the provider. A webhook that arrived earlier is joined.
    /// </summary>
    /// <param name="payment">The payment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The payment has no id or reference, or its currency is empty.</exception>
    Task ExpectAsync(ExpectedPayment payment, CancellationToken cancellationToken = default);
}
