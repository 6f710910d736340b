namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>
/// A checkout session to create. What has no property here goes into <see cref="ApiModel.AdditionalFields"/>. Source:
/// docs.dodopayments.com/api-reference/checkout-sessions/create.
/// </summary>
public sealed record DodoPaymentsCheckoutRequest : ApiModel
{
    /// <summary>What is bought: one subscription, or products that are paid once. Required.</summary>
    public required IReadOnlyList<DodoPaymentsCartItem> ProductCart { get; init; }

    /// <summary>Who buys, so that he need not type it; null to have the page ask.</summary>
    public DodoPaymentsCheckoutCustomer? Customer { get; init; }

    /// <summary>Where he lives, for taxes; null to have the page ask.</summary>
    public DodoPaymentsBillingAddress? BillingAddress { get; init; }

    /// <summary>
    /// Where the buyer goes afterwards, whether it was paid or not. That he comes back says nothing: wait for the webhook. Absolute.
    /// </summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>
    /// Your own data. Comes back with the webhooks of the payment and the subscription; <c>order_id</c> as the reference of their
    /// payment events and <c>customerRef</c> as the buyer.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>How the subscription begins; null for what its product says.</summary>
    public DodoPaymentsSubscriptionData? SubscriptionData { get; init; }

    /// <summary>A code that lowers the price.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>The currency to bill in, such as <c>USD</c>. Counts only where the business has adaptive pricing.</summary>
    public string? BillingCurrency { get; init; }

    /// <summary>
    /// The payment methods to offer, such as <c>credit</c>; all when null. Dodo Payments wants <c>credit</c> and <c>debit</c> among them:
    /// the session fails when none of the list is available to the buyer.
    /// </summary>
    public IReadOnlyList<string>? AllowedPaymentMethodTypes { get; init; }

    /// <summary>A checkout of one subscription.</summary>
    /// <param name="productId">The subscription product, <c>pdt_…</c>.</param>
    /// <param name="quantity">How many seats.</param>
    public static DodoPaymentsCheckoutRequest Subscription(string productId, int quantity = 1) =>
        new() { ProductCart = [new() { ProductId = productId, Quantity = quantity }] };
}
