namespace CoinMoebius.Sdk.Providers.PayPal;

/// <summary>
/// The names of PayPal's events with a neutral meaning, as in <c>WebhookEvent.EventType</c>. PayPal has more: every other
/// name arrives as an unmapped event. Source: developer.paypal.com/api/rest/webhooks/event-names.
/// </summary>
public static class PayPalEventTypes
{
    /// <summary>The buyer approved an order; it is not captured yet.</summary>
    public const string CheckoutOrderApproved = "CHECKOUT.ORDER.APPROVED";

    /// <summary>An approved order was not captured in time: the buyer gets the money back, and the order is canceled.</summary>
    public const string CheckoutPaymentApprovalReversed = "CHECKOUT.PAYMENT-APPROVAL.REVERSED";

    /// <summary>A payment was captured: the money is there.</summary>
    public const string PaymentCaptureCompleted = "PAYMENT.CAPTURE.COMPLETED";

    /// <summary>A capture is pending, for example for a review.</summary>
    public const string PaymentCapturePending = "PAYMENT.CAPTURE.PENDING";

    /// <summary>A capture was denied.</summary>
    public const string PaymentCaptureDenied = "PAYMENT.CAPTURE.DENIED";

    /// <summary>A capture was declined.</summary>
    public const string PaymentCaptureDeclined = "PAYMENT.CAPTURE.DECLINED";

    /// <summary>The merchant refunded a capture, fully or partially. The resource is the refund.</summary>
    public const string PaymentCaptureRefunded = "PAYMENT.CAPTURE.REFUNDED";

    /// <summary>PayPal reversed a capture. The resource is the refund.</summary>
    public const string PaymentCaptureReversed = "PAYMENT.CAPTURE.REVERSED";

    /// <summary>A refund of a capture is pending.</summary>
    public const string PaymentRefundPending = "PAYMENT.REFUND.PENDING";

    /// <summary>A refund of a capture failed: the payment remains valid.</summary>
    public const string PaymentRefundFailed = "PAYMENT.REFUND.FAILED";

    /// <summary>A sale of the first API version, or one cycle of a subscription, was paid.</summary>
    public const string PaymentSaleCompleted = "PAYMENT.SALE.COMPLETED";

    /// <summary>A sale is pending, for example for a review.</summary>
    public const string PaymentSalePending = "PAYMENT.SALE.PENDING";

    /// <summary>A sale was denied.</summary>
    public const string PaymentSaleDenied = "PAYMENT.SALE.DENIED";

    /// <summary>The merchant refunded a sale.</summary>
    public const string PaymentSaleRefunded = "PAYMENT.SALE.REFUNDED";

    /// <summary>PayPal reversed a sale.</summary>
    public const string PaymentSaleReversed = "PAYMENT.SALE.REVERSED";

    /// <summary>A buyer opened a dispute.</summary>
    public const string CustomerDisputeCreated = "CUSTOMER.DISPUTE.CREATED";

    /// <summary>A dispute changed.</summary>
    public const string CustomerDisputeUpdated = "CUSTOMER.DISPUTE.UPDATED";

    /// <summary>A dispute was decided. The resource contains the outcome.</summary>
    public const string CustomerDisputeResolved = "CUSTOMER.DISPUTE.RESOLVED";

    /// <summary>A subscription began.</summary>
    public const string BillingSubscriptionActivated = "BILLING.SUBSCRIPTION.ACTIVATED";

    /// <summary>A subscription changed.</summary>
    public const string BillingSubscriptionUpdated = "BILLING.SUBSCRIPTION.UPDATED";

    /// <summary>A suspended subscription was reactivated.</summary>
    public const string BillingSubscriptionReactivated = "BILLING.SUBSCRIPTION.RE-ACTIVATED";

    /// <summary>A subscription was suspended.</summary>
    public const string BillingSubscriptionSuspended = "BILLING.SUBSCRIPTION.SUSPENDED";

    /// <summary>A subscription was cancelled.</summary>
    public const string BillingSubscriptionCancelled = "BILLING.SUBSCRIPTION.CANCELLED";

    /// <summary>A subscription expired.</summary>
    public const string BillingSubscriptionExpired = "BILLING.SUBSCRIPTION.EXPIRED";

    /// <summary>A charge of a subscription failed.</summary>
    public const string BillingSubscriptionPaymentFailed = "BILLING.SUBSCRIPTION.PAYMENT.FAILED";
}
