namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>
/// The client of Cryptomus's payment API. Thread-safe; register it with <c>AddCryptomusClient</c>. Source of all calls:
/// doc.cryptomus.com/business/payments.
/// </summary>
/// <remarks>
/// All methods throw <see cref="ArgumentException"/> before anything is sent for a request that cannot be right, and
/// <see cref="CoinMoebiusException"/> for a failure of the network or an error of Cryptomus. Calls that create or send something are
/// sent a second time only when Cryptomus has certainly not acted on them.
/// </remarks>
public interface ICryptomusClient : IApiClient
{
    /// <summary>
    /// Creates a payment. Send the payer to <see cref="CryptomusPayment.Url"/>, or show the address when the request names a network.
    /// Source: doc.cryptomus.com/business/payments/creating-invoice.
    /// </summary>
    /// <remarks>
    /// An order id makes one payment: a second call with the same one answers the first payment and creates none. So after a failure of
    /// the network call again with the same order id.
    /// </remarks>
    /// <param name="request">What to create.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<CryptomusPayment> CreatePaymentAsync(CryptomusPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a payment. Source: doc.cryptomus.com/business/payments/payment-information.</summary>
    /// <param name="paymentId">Its UUID.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="CoinMoebiusNotFoundException">There is no such payment.</exception>
    Task<CryptomusPayment> GetPaymentAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>Reads a payment by the merchant's own order id.</summary>
    /// <param name="orderId">The order id: letters, digits, <c>-</c> and <c>_</c>, at most 128.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="CoinMoebiusNotFoundException">There is no such payment.</exception>
    Task<CryptomusPayment> GetPaymentByOrderIdAsync(string orderId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads which coins on which networks can be paid with, their limits and fees. Source: doc.cryptomus.com/business/payments/list-of-services.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<CryptomusService>> GetServicesAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Has the last webhook of a payment sent again. Cryptomus does so for payments that are <c>paid</c>, <c>paid_over</c> or
    /// <c>wrong_amount</c> and were created with a callback. Source: doc.cryptomus.com/business/payments/resend-webhook.
    /// </summary>
    /// <param name="paymentId">Its UUID.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task ResendWebhookAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Has a webhook sent that is signed like a real one, of a payment that need not exist. With
    /// <see cref="CryptomusWebhookOptions.ConfirmPayments"/> it is refused, as it should be. Source:
    /// doc.cryptomus.com/business/payments/testing-webhook.
    /// </summary>
    /// <param name="webhook">What to send where.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task SendTestWebhookAsync(CryptomusTestWebhook webhook, CancellationToken cancellationToken = default);
}
