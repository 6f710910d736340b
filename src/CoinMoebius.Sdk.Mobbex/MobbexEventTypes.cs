namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// The types of Mobbex's notifications, as they stand in <c>WebhookEvent.EventType</c>. Others exist and arrive as unmapped events.
/// Sources: mobbex.dev/webhooks, mobbex.dev/checkout, and the plugins Mobbex publishes (github.com/mobbexco).
/// </summary>
public static class MobbexEventTypes
{
    /// <summary>A payment of a checkout was tried or changed its state; which, the status code says.</summary>
    public const string Checkout = "checkout";

    /// <summary>The time of a checkout passed without a payment.</summary>
    public const string CheckoutExpired = "checkout:expired";

    /// <summary>A payment order changed; unmapped.</summary>
    public const string PaymentOrder = "payment_order";

    /// <summary>A subscriber signed up.</summary>
    public const string SubscriptionRegistration = "subscription:registration";

    /// <summary>A subscriber was charged, or was tried to be; which, the status code says.</summary>
    public const string SubscriptionExecution = "subscription:execution";

    /// <summary>A charge of a subscriber failed.</summary>
    public const string SubscriptionExecutionError = "subscription:execution:error";

    /// <summary>A subscriber put in another card or account.</summary>
    public const string SubscriptionChangeSource = "subscription:change_source";

    /// <summary>A subscriber is active, also again.</summary>
    public const string SubscriptionSubscriberActive = "subscription:subscriber:active";

    /// <summary>A subscriber is suspended.</summary>
    public const string SubscriptionSubscriberSuspended = "subscription:subscriber:suspended";
}
