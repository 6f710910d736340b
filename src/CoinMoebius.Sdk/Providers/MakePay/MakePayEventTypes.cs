namespace CoinMoebius.Sdk.Providers.MakePay;

/// <summary>
/// The names of MakePay's deliveries, as in <c>WebhookEvent.EventType</c>, and of the events inside them, which the metadata holds as
/// <c>event</c>. MakePay has more of the latter, without effect here. Source: makecrypto.io/documentation/api/webhooks.
/// </summary>
public static class MakePayEventTypes
{
    /// <summary>The status of a payment changed.</summary>
    public const string PaymentStatusChanged = "makepay.payment.status_changed";

    /// <summary>The status of a subscription changed.</summary>
    public const string SubscriptionStatusChanged = "makepay.subscription.status_changed";

    /// <summary>The event inside a delivery: the payment request expired unpaid.</summary>
    public const string PaymentRequestExpired = "payment_request_expired";

    /// <summary>The event inside a delivery: the price in coins expired before a payment.</summary>
    public const string QuoteExpired = "quote_expired";

    /// <summary>The event inside a delivery: the buyer cancelled.</summary>
    public const string PaymentCancelledByPayer = "payment_cancelled_by_payer";
}
