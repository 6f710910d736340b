namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>
/// The names of Dodo Payments' events that matter here, as they stand in <c>WebhookEvent.EventType</c>. There are more: every other
/// name arrives as an unmapped event, or as an update of its subscription. Source: docs.dodopayments.com/developer-resources/webhooks.
/// </summary>
public static class DodoPaymentsEventTypes
{
    /// <summary>A payment came, or a payment method was stored without one.</summary>
    public const string PaymentSucceeded = "payment.succeeded";

    /// <summary>A payment is on its way.</summary>
    public const string PaymentProcessing = "payment.processing";

    /// <summary>A payment failed.</summary>
    public const string PaymentFailed = "payment.failed";

    /// <summary>A payment was cancelled before it came.</summary>
    public const string PaymentCancelled = "payment.cancelled";

    /// <summary>A refund reached the buyer, of all or of a part.</summary>
    public const string RefundSucceeded = "refund.succeeded";

    /// <summary>A refund failed: the payment stands.</summary>
    public const string RefundFailed = "refund.failed";

    /// <summary>The buyer's bank opened a dispute.</summary>
    public const string DisputeOpened = "dispute.opened";

    /// <summary>The merchant answered a dispute: the network decides.</summary>
    public const string DisputeChallenged = "dispute.challenged";

    /// <summary>The time to answer a dispute has passed; a decision follows.</summary>
    public const string DisputeExpired = "dispute.expired";

    /// <summary>A dispute was accepted: the buyer has the money.</summary>
    public const string DisputeAccepted = "dispute.accepted";

    /// <summary>A dispute was withdrawn.</summary>
    public const string DisputeCancelled = "dispute.cancelled";

    /// <summary>A dispute ended for the merchant.</summary>
    public const string DisputeWon = "dispute.won";

    /// <summary>A dispute ended against the merchant.</summary>
    public const string DisputeLost = "dispute.lost";

    /// <summary>A subscription began.</summary>
    public const string SubscriptionActive = "subscription.active";

    /// <summary>A subscription was renewed.</summary>
    public const string SubscriptionRenewed = "subscription.renewed";

    /// <summary>A renewal could not be charged; Dodo Payments tries again.</summary>
    public const string SubscriptionOnHold = "subscription.on_hold";

    /// <summary>A subscription was paused.</summary>
    public const string SubscriptionPaused = "subscription.paused";

    /// <summary>A subscription goes on after a pause.</summary>
    public const string SubscriptionUnpaused = "subscription.unpaused";

    /// <summary>A subscription was cancelled.</summary>
    public const string SubscriptionCancelled = "subscription.cancelled";

    /// <summary>A subscription could not be set up: its first charge or mandate failed, so it never was active.</summary>
    public const string SubscriptionFailed = "subscription.failed";

    /// <summary>A subscription reached its end.</summary>
    public const string SubscriptionExpired = "subscription.expired";

    /// <summary>A subscription moved to another plan.</summary>
    public const string SubscriptionPlanChanged = "subscription.plan_changed";

    /// <summary>A subscription changed.</summary>
    public const string SubscriptionUpdated = "subscription.updated";
}
