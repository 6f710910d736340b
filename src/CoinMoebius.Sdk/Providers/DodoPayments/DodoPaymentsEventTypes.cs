namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>
/// The names of Dodo Payments' events with a neutral meaning, as in <c>WebhookEvent.EventType</c>. There are more: every other
/// name arrives as an unmapped event, or as an update of its subscription. Source: docs.dodopayments.com/developer-resources/webhooks.
/// </summary>
public static class DodoPaymentsEventTypes
{
    /// <summary>A payment succeeded, or a payment method was stored without one.</summary>
    public const string PaymentSucceeded = "payment.succeeded";

    /// <summary>A payment is in progress.</summary>
    public const string PaymentProcessing = "payment.processing";

    /// <summary>A payment failed.</summary>
    public const string PaymentFailed = "payment.failed";

    /// <summary>A payment was cancelled before completion.</summary>
    public const string PaymentCancelled = "payment.cancelled";

    /// <summary>A full or partial refund reached the buyer.</summary>
    public const string RefundSucceeded = "refund.succeeded";

    /// <summary>A refund failed: the payment remains valid.</summary>
    public const string RefundFailed = "refund.failed";

    /// <summary>The buyer's bank opened a dispute.</summary>
    public const string DisputeOpened = "dispute.opened";

    /// <summary>The merchant challenged a dispute: the network decides.</summary>
    public const string DisputeChallenged = "dispute.challenged";

    /// <summary>The deadline to challenge a dispute has passed; a decision follows.</summary>
    public const string DisputeExpired = "dispute.expired";

    /// <summary>The merchant accepted a dispute: the buyer gets the money.</summary>
    public const string DisputeAccepted = "dispute.accepted";

    /// <summary>A dispute was withdrawn.</summary>
    public const string DisputeCancelled = "dispute.cancelled";

    /// <summary>A dispute was decided for the merchant.</summary>
    public const string DisputeWon = "dispute.won";

    /// <summary>A dispute was decided against the merchant.</summary>
    public const string DisputeLost = "dispute.lost";

    /// <summary>A subscription began.</summary>
    public const string SubscriptionActive = "subscription.active";

    /// <summary>A subscription was renewed.</summary>
    public const string SubscriptionRenewed = "subscription.renewed";

    /// <summary>A renewal could not be charged; Dodo Payments retries.</summary>
    public const string SubscriptionOnHold = "subscription.on_hold";

    /// <summary>A subscription was paused.</summary>
    public const string SubscriptionPaused = "subscription.paused";

    /// <summary>A subscription continues after a pause.</summary>
    public const string SubscriptionUnpaused = "subscription.unpaused";

    /// <summary>A subscription was cancelled.</summary>
    public const string SubscriptionCancelled = "subscription.cancelled";

    /// <summary>A subscription could not be set up: its first charge or mandate failed, so it was never active.</summary>
    public const string SubscriptionFailed = "subscription.failed";

    /// <summary>A subscription reached its end.</summary>
    public const string SubscriptionExpired = "subscription.expired";

    /// <summary>A subscription moved to another plan.</summary>
    public const string SubscriptionPlanChanged = "subscription.plan_changed";

    /// <summary>A subscription changed.</summary>
    public const string SubscriptionUpdated = "subscription.updated";
}
