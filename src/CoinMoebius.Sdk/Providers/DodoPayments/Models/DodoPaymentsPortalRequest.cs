namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>
/// A session of the customer portal. Source: docs.dodopayments.com/api-reference/customers/create-customer-portal-session.
/// </summary>
public sealed record DodoPaymentsPortalRequest
{
    /// <summary>
    /// The customer, <c>cus_…</c>; webhooks name it as <c>data.customer.customer_id</c>. Take it from your own records of the buyer who is
    /// signed in, never from the request: whoever holds the session's link acts as that customer.
    /// </summary>
    public required string CustomerId { get; init; }

    /// <summary>The address that the portal links back to: https, or http on a loopback address. By default that of the business's settings.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>True to have Dodo Payments mail the link to the customer as well.</summary>
    public bool SendEmail { get; init; }

    /// <summary>The type's name.</summary>
    public override string ToString() => nameof(DodoPaymentsPortalRequest);
}
