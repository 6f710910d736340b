namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>
/// The calls to Stripe's API that a merchant without the Cloud needs beside webhooks. Thread-safe; register it with <c>AddStripePortalClient</c>.
/// For everything else there is Stripe's own library.
/// </summary>
/// <remarks>
/// All methods throw <see cref="ArgumentException"/> before anything is sent for a request that cannot be right, and
/// <see cref="CoinMoebiusException"/> for a failure of the network or an error of Stripe. Calls that create something carry an
/// idempotency key, the same at every attempt, so that trying again creates nothing twice (docs.stripe.com/api/idempotent_requests).
/// </remarks>
public interface IStripePortalClient : IApiClient
{
    /// <summary>
    /// Creates a session of the customer portal, where a buyer manages subscriptions, payment methods and invoices. Redirect the buyer to
    /// <see cref="StripePortalSession.Url"/> at once: it is short-lived. Source: docs.stripe.com/api/customer_portal/sessions/create.
    /// </summary>
    /// <param name="request">Whose portal, and where in it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">Something in the request cannot be right; the message names it.</exception>
    /// <exception cref="CoinMoebiusValidationException">
    /// Stripe refuses the request, for example an unknown customer (<c>resource_missing</c>) or a portal that is not set up.
    /// </exception>
    Task<StripePortalSession> CreatePortalSessionAsync(StripePortalSessionRequest request, CancellationToken cancellationToken = default);
}
