namespace CoinMoebius.Sdk.Providers.Square;

/// <summary>
/// The names of Square's events with a neutral meaning, as in <c>WebhookEvent.EventType</c>. Square has more: every other
/// name arrives as an unmapped event. Source: developer.squareup.com/docs/webhooks/v2webhook-events-tech-ref.
/// </summary>
public static class SquareEventTypes
{
    /// <summary>A payment was created; with automatic capture it may already be completed.</summary>
    public const string PaymentCreated = "payment.created";

    /// <summary>A payment changed. There is no separate event for a completed payment.</summary>
    public const string PaymentUpdated = "payment.updated";

    /// <summary>A refund was created.</summary>
    public const string RefundCreated = "refund.created";

    /// <summary>A refund changed, for example to completed or rejected.</summary>
    public const string RefundUpdated = "refund.updated";

    /// <summary>The buyer's bank opened a dispute or an inquiry.</summary>
    public const string DisputeCreated = "dispute.created";

    /// <summary>A dispute moved to another state.</summary>
    public const string DisputeStateUpdated = "dispute.state.updated";

    /// <summary>The older name of <see cref="DisputeStateUpdated"/>.</summary>
    public const string DisputeStateChanged = "dispute.state.changed";

    /// <summary>A subscription began.</summary>
    public const string SubscriptionCreated = "subscription.created";

    /// <summary>A subscription changed, was paused or ended.</summary>
    public const string SubscriptionUpdated = "subscription.updated";

    /// <summary>A payment of an invoice was completed; subscriptions are billed by invoice.</summary>
    public const string InvoicePaymentMade = "invoice.payment_made";

    /// <summary>An invoice's automatic payment failed.</summary>
    public const string InvoiceScheduledChargeFailed = "invoice.scheduled_charge_failed";
}
