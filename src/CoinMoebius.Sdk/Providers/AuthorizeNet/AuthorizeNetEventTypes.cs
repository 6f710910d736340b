namespace CoinMoebius.Sdk.Providers.AuthorizeNet;

/// <summary>
/// The names of Authorize.Net's events with a neutral meaning, as in <c>WebhookEvent.EventType</c>. There are more (customers and
/// payment profiles): every other name arrives as an unmapped event. Source: developer.authorize.net, "Webhooks", event types.
/// </summary>
/// <remarks><c>created</c> refers to the transaction, not to its success: check the status.</remarks>
public static class AuthorizeNetEventTypes
{
    /// <summary>An amount was reserved on a card.</summary>
    public const string AuthorizationCreated = "net.authorize.payment.authorization.created";

    /// <summary>A card was charged at once, including for a cycle of a subscription.</summary>
    public const string AuthCaptureCreated = "net.authorize.payment.authcapture.created";

    /// <summary>An amount reserved elsewhere was captured.</summary>
    public const string CaptureCreated = "net.authorize.payment.capture.created";

    /// <summary>An amount reserved before was captured.</summary>
    public const string PriorAuthCaptureCreated = "net.authorize.payment.priorAuthCapture.created";

    /// <summary>A payment was refunded. The refund is a separate transaction with its own id.</summary>
    public const string RefundCreated = "net.authorize.payment.refund.created";

    /// <summary>A transaction was voided before settlement.</summary>
    public const string VoidCreated = "net.authorize.payment.void.created";

    /// <summary>A transaction waits for the merchant's review.</summary>
    public const string FraudHeld = "net.authorize.payment.fraud.held";

    /// <summary>The merchant approved a transaction under review.</summary>
    public const string FraudApproved = "net.authorize.payment.fraud.approved";

    /// <summary>The merchant declined a transaction under review.</summary>
    public const string FraudDeclined = "net.authorize.payment.fraud.declined";

    /// <summary>A subscription began.</summary>
    public const string SubscriptionCreated = "net.authorize.customer.subscription.created";

    /// <summary>A subscription changed.</summary>
    public const string SubscriptionUpdated = "net.authorize.customer.subscription.updated";

    /// <summary>A subscription nears its last cycle.</summary>
    public const string SubscriptionExpiring = "net.authorize.customer.subscription.expiring";

    /// <summary>A subscription was suspended.</summary>
    public const string SubscriptionSuspended = "net.authorize.customer.subscription.suspended";

    /// <summary>A cycle could not be charged.</summary>
    public const string SubscriptionFailed = "net.authorize.customer.subscription.failed";

    /// <summary>A subscription was cancelled.</summary>
    public const string SubscriptionCancelled = "net.authorize.customer.subscription.cancelled";

    /// <summary>A subscription had its last cycle.</summary>
    public const string SubscriptionExpired = "net.authorize.customer.subscription.expired";

    /// <summary>Authorize.Net ended a subscription.</summary>
    public const string SubscriptionTerminated = "net.authorize.customer.subscription.terminated";
}
