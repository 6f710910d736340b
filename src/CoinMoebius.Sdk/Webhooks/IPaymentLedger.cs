namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Where every payment stands, one row each, by what verified events have told, in whatever order they came. A durable inbox keeps it.
/// </summary>
public interface IPaymentLedger
{
    /// <summary>Finds a payment.</summary>
    /// <param name="provider">Its provider.</param>
    /// <param name="paymentId">Its id, as in <see cref="Events.PaymentEvent.PaymentId"/>.</param>
    /// <param name="account">The account; empty for a provider with one account.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The payment, or null when no event has told of it.</returns>
    Task<PaymentRecord?> FindAsync(
        PaymentProvider provider, string paymentId, string account, CancellationToken cancellationToken = default);

    /// <summary>Lists the refunds of a payment, each once, also those that are pending or failed.</summary>
    /// <param name="provider">Its provider.</param>
    /// <param name="paymentId">Its id, as in <see cref="Events.PaymentEvent.PaymentId"/>.</param>
    /// <param name="account">The account; empty for a provider with one account.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The refunds in the order of their ids; empty when there are none, or no event has told of the payment.</returns>
    Task<IReadOnlyList<Events.PaymentRefund>> FindRefundsAsync(
        PaymentProvider provider, string paymentId, string account, CancellationToken cancellationToken = default);

    /// <summary>Finds the payments that a session, an order or a link at the provider has led to, the newest first.</summary>
    /// <param name="provider">Its provider.</param>
    /// <param name="checkoutId">The provider's id, as in <see cref="Events.PaymentEvent.CheckoutId"/>.</param>
    /// <param name="account">The account; empty for a provider with one account.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<IReadOnlyList<PaymentRecord>> FindByCheckoutAsync(
        PaymentProvider provider, string checkoutId, string account, CancellationToken cancellationToken = default);

    /// <summary>Finds the payments with an order reference of the merchant's, the newest first. An order may be paid in several attempts.</summary>
    /// <param name="reference">
    /// The reference given to <see cref="ExpectAsync"/>; of payments that nobody expected, <see cref="Events.PaymentEvent.Reference"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<IReadOnlyList<PaymentRecord>> FindByReferenceAsync(string reference, CancellationToken cancellationToken = default);

    /// <summary>Finds the payment of a checkout at Coin Moebius.</summary>
    /// <param name="transactionId">The checkout's transaction (<c>tx_…</c>), as given to <see cref="ExpectAsync"/>.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The payment, or null when nobody expects one. What payloads claim finds nothing.</returns>
    Task<PaymentRecord?> FindByTransactionAsync(string transactionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Notes a payment that was just started, as pending. This is what links a transaction and an order with a payment: see
    /// <see cref="ExpectedPayment"/>. Should its webhook never come, its provider is asked about it. A webhook that was faster is joined.
    /// </summary>
    /// <param name="payment">The payment.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">Nothing names the payment, or its currency is empty.</exception>
    Task ExpectAsync(ExpectedPayment payment, CancellationToken cancellationToken = default);
}
