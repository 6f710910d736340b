namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// The types of Mobbex's notifications, as in <c>WebhookEvent.EventType</c>. Other types arrive as unmapped events.
/// Sources: mobbex.dev/webhooks, mobbex.dev/checkout, and the plugins Mobbex publishes (github.com/mobbexco).
/// </summary>
public static class MobbexEventTypes
{
    /// <summary>The payer tried to pay a checkout, or the payment changed; the status code shows the state.</summary>
    public const string Checkout = "checkout";

    /// <summary>A checkout expired without a payment.</summary>
    public const string CheckoutExpired = "checkout:expired";

    /// <summary>A payment order changed; unmapped.</summary>
    public const string PaymentOrder = "payment_order";

    /// <summary>A subscriber signed up.</summary>
    public const string SubscriptionRegistration = "subscription:registration";

    /// <summary>A subscriber was charged, or the charge was attempted; the status code shows the state.</summary>
    public const string SubscriptionExecution = "subscription:execution";

    /// <summary>A charge of a subscriber failed.</summary>
    public const string SubscriptionExecutionError = "subscription:execution:error";

    /// <summary>A subscriber changed the card or account.</summary>
    public const string SubscriptionChangeSource = "subscription:change_source";

    /// <summary>A subscriber became active, for the first time or again.</summary>
    public const string SubscriptionSubscriberActive = "subscription:subscriber:active";

    /// <summary>A subscriber was suspended.</summary>
    public const string SubscriptionSubscriberSuspended = "subscription:subscriber:suspended";
}
