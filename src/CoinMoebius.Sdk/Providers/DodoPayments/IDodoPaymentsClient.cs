namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>
/// The calls to Dodo Payments' API that a merchant needs who works without Coin Moebius Cloud. Thread-safe; register it with
/// <c>AddDodoPaymentsClient</c>. Source of all calls: docs.dodopayments.com/api-reference.
/// </summary>
/// <remarks>
/// All methods throw <see cref="ArgumentException"/> before anything is sent for a request that cannot be right, and
/// <see cref="CoinMoebiusException"/> for what the network or Dodo Payments make of one that may. Both calls create something, and no
/// idempotency key is documented: they are sent a second time only when Dodo Payments has certainly not acted on them.
/// </remarks>
public interface IDodoPaymentsClient
{
    /// <summary>
    /// Creates a checkout session (<c>POST /checkouts</c>), for a subscription or for products that are paid once. Send the buyer to
    /// <see cref="DodoPaymentsCheckout.CheckoutUrl"/>. It is what Dodo Payments recommends for new work; payment links made with
    /// <c>POST /subscriptions</c> are deprecated. Source: docs.dodopayments.com/developer-resources/checkout-session.
    /// </summary>
    /// <param name="checkout">What to create.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DodoPaymentsCheckout> CreateCheckoutAsync(DodoPaymentsNewCheckout checkout, CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates a session of the customer portal (<c>POST /customers/{id}/customer-portal/session</c>), where a buyer manages his
    /// subscriptions and payment methods. Send him, and nobody else, to its link: who holds the link is logged in. Source:
    /// docs.dodopayments.com/api-reference/customers/create-customer-portal-session.
    /// </summary>
    /// <param name="customerId">The customer, <c>cus_…</c>; it comes with the webhooks as <c>data.customer.customer_id</c>.</param>
    /// <param name="returnUrl">Where the portal leads back to, absolute; the business's own setting when null.</param>
    /// <param name="sendEmail">True to have Dodo Payments mail the link to the customer too.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DodoPaymentsPortalSession> CreatePortalSessionAsync(
        string customerId, Uri? returnUrl = null, bool sendEmail = false, CancellationToken cancellationToken = default);
}
