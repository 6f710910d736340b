namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Short forms of the calls of <see cref="IPaymentLedger"/>, for providers with one account.</summary>
public static class PaymentLedgerExtensions
{
    /// <inheritdoc cref="IPaymentLedger.FindAsync"/>
    /// <param name="ledger">The ledger.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="paymentId">The payment's id, as in <see cref="Events.PaymentEvent.PaymentId"/>.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public static Task<PaymentRecord?> FindAsync(
        this IPaymentLedger ledger, PaymentProvider provider, string paymentId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.FindAsync(provider, paymentId, "", cancellationToken);
    }

    /// <inheritdoc cref="IPaymentLedger.FindRefundsAsync"/>
    /// <param name="ledger">The ledger.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="paymentId">The payment's id, as in <see cref="Events.PaymentEvent.PaymentId"/>.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public static Task<IReadOnlyList<Events.PaymentRefund>> FindRefundsAsync(
        this IPaymentLedger ledger, PaymentProvider provider, string paymentId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.FindRefundsAsync(provider, paymentId, "", cancellationToken);
    }

    /// <inheritdoc cref="IPaymentLedger.FindByCheckoutAsync"/>
    /// <param name="ledger">The ledger.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="checkoutId">The provider's id, as in <see cref="Events.PaymentEvent.CheckoutId"/>.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public static Task<IReadOnlyList<PaymentRecord>> FindByCheckoutAsync(
        this IPaymentLedger ledger, PaymentProvider provider, string checkoutId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.FindByCheckoutAsync(provider, checkoutId, "", cancellationToken);
    }
}
