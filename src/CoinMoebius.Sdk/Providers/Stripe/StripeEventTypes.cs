namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>
/// The names of Stripe's events that matter here, as they stand in <c>WebhookEvent.EventType</c>. Stripe has more: every other
/// name arrives as an unmapped event. Source: docs.stripe.com/api/events/types.
/// </summary>
public static class StripeEventTypes
{
    /// <summary>A checkout page was completed; paid or not is another question.</summary>
    public const string CheckoutSessionCompleted = "checkout.session.completed";

    /// <summary>A delayed payment method paid after all.</summary>
    public const string CheckoutSessionAsyncPaymentSucceeded = "checkout.session.async_payment_succeeded";

    /// <summary>A delayed payment method failed.</summary>
    public const string CheckoutSessionAsyncPaymentFailed = "checkout.session.async_payment_failed";

    /// <summary>A checkout page expired unpaid.</summary>
    public const string CheckoutSessionExpired = "checkout.session.expired";

    /// <summary>A charge was refunded, in whole or in part; the amount is the running total.</summary>
    public const string ChargeRefunded = "charge.refunded";

    /// <summary>The buyer's bank opened a dispute.</summary>
    public const string ChargeDisputeCreated = "charge.dispute.created";

    /// <summary>A subscription began.</summary>
    public const string CustomerSubscriptionCreated = "customer.subscription.created";

    /// <summary>A subscription changed.</summary>
    public const string CustomerSubscriptionUpdated = "customer.subscription.updated";

    /// <summary>A subscription was paused.</summary>
    public const string CustomerSubscriptionPaused = "customer.subscription.paused";

    /// <summary>A subscription was resumed.</summary>
    public const string CustomerSubscriptionResumed = "customer.subscription.resumed";

    /// <summary>A subscription ended.</summary>
    public const string CustomerSubscriptionDeleted = "customer.subscription.deleted";

    /// <summary>An invoice was paid.</summary>
    public const string InvoicePaymentSucceeded = "invoice.payment_succeeded";

    /// <summary>An invoice could not be charged.</summary>
    public const string InvoicePaymentFailed = "invoice.payment_failed";
}
