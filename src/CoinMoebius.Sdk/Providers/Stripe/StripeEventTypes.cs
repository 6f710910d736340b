namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>
/// The names of Stripe's events with a neutral meaning, as in <c>WebhookEvent.EventType</c>. Stripe has more: every other
/// name arrives as an unmapped event. Source: docs.stripe.com/api/events/types.
/// </summary>
public static class StripeEventTypes
{
    /// <summary>A checkout page was completed, possibly without payment yet.</summary>
    public const string CheckoutSessionCompleted = "checkout.session.completed";

    /// <summary>A delayed payment method succeeded.</summary>
    public const string CheckoutSessionAsyncPaymentSucceeded = "checkout.session.async_payment_succeeded";

    /// <summary>A delayed payment method failed.</summary>
    public const string CheckoutSessionAsyncPaymentFailed = "checkout.session.async_payment_failed";

    /// <summary>A checkout page expired unpaid.</summary>
    public const string CheckoutSessionExpired = "checkout.session.expired";

    /// <summary>A payment intent was paid.</summary>
    public const string PaymentIntentSucceeded = "payment_intent.succeeded";

    /// <summary>A payment intent is in progress, with a delayed method.</summary>
    public const string PaymentIntentProcessing = "payment_intent.processing";

    /// <summary>An attempt to pay a payment intent failed; another may follow.</summary>
    public const string PaymentIntentPaymentFailed = "payment_intent.payment_failed";

    /// <summary>A payment intent was canceled.</summary>
    public const string PaymentIntentCanceled = "payment_intent.canceled";

    /// <summary>An authorised charge was captured.</summary>
    public const string ChargeCaptured = "charge.captured";

    /// <summary>A charge was refunded, fully or partially.</summary>
    public const string ChargeRefunded = "charge.refunded";

    /// <summary>A refund was created; <see cref="ChargeRefunded"/> reports it for its charge.</summary>
    public const string RefundCreated = "refund.created";

    /// <summary>A refund changed.</summary>
    public const string RefundUpdated = "refund.updated";

    /// <summary>A refund failed: the money is back on the merchant's balance.</summary>
    public const string RefundFailed = "refund.failed";

    /// <summary>A refund changed, under its older name.</summary>
    public const string ChargeRefundUpdated = "charge.refund.updated";

    /// <summary>The buyer's bank opened a dispute or an inquiry.</summary>
    public const string ChargeDisputeCreated = "charge.dispute.created";

    /// <summary>A dispute was decided, or an inquiry ended.</summary>
    public const string ChargeDisputeClosed = "charge.dispute.closed";

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

    /// <summary>An invoice was paid, or marked as paid.</summary>
    public const string InvoicePaid = "invoice.paid";

    /// <summary>An invoice was paid; <see cref="InvoicePaid"/> reports the same.</summary>
    public const string InvoicePaymentSucceeded = "invoice.payment_succeeded";

    /// <summary>An invoice could not be charged.</summary>
    public const string InvoicePaymentFailed = "invoice.payment_failed";
}
