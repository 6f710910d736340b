namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>
/// The calls to Dodo Payments' API that a merchant needs who works without Coin Moebius Cloud. Thread-safe; register it with
/// <c>AddDodoPaymentsClient</c>. Source of all calls: docs.dodopayments.com/api-reference.
/// </summary>
/// <remarks>
/// All methods throw <see cref="ArgumentException"/> before anything is sent for a request that cannot be right, and
/// <see cref="CoinMoebiusException"/> for a failure of the network or an error of Dodo Payments. Both calls create something, and no
/// idempotency key is documented: they are sent a second time only when Dodo Payments has certainly not acted on them.
/// </remarks>
public interface IDodoPaymentsClient : IApiClient
{
    /// <summary>
    /// Creates a checkout session (<c>POST /checkouts</c>), for a subscription or for products that are paid once. Send the buyer to
    /// <see cref="DodoPaymentsCheckout.CheckoutUrl"/>. It is what Dodo Payments recommends for new work; payment links made with
    /// <c>POST /subscriptions</c> are deprecated. Source: docs.dodopayments.com/developer-resources/checkout-session.
    /// </summary>
    /// <param name="request">What to create.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<DodoPaymentsCheckout> CreateCheckoutAsync(DodoPaymentsCheckoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates a session of the customer portal (<c>POST /customers/{id}/customer-portal/session</c>), where a buyer manages
    /// subscriptions and payment methods. Send that buyer, and nobody else, to its link: whoever holds the link is logged in. Source:
    /// docs.dodopayments.com/api-reference/customers/create-customer-portal-session.
    /// </summary>
    /// <param name="request">Whose portal.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<DodoPaymentsPortalSession> CreatePortalSessionAsync(DodoPaymentsPortalRequest request, CancellationToken cancellationToken = default);
}
