namespace CoinMoebius.Sdk.Providers.MakePay;

/// <summary>
/// The names of MakePay's deliveries, as they stand in <c>WebhookEvent.EventType</c>, and of the events inside them, which the metadata
/// holds as <c>event</c>. MakePay has more of the latter; they change nothing. Source: makecrypto.io/documentation/api/webhooks.
/// </summary>
public static class MakePayEventTypes
{
    /// <summary>A payment changed its state.</summary>
    public const string PaymentStatusChanged = "makepay.payment.status_changed";

    /// <summary>A subscription changed its state.</summary>
    public const string SubscriptionStatusChanged = "makepay.subscription.status_changed";

    /// <summary>The event inside a delivery: nobody paid in time.</summary>
    public const string PaymentRequestExpired = "payment_request_expired";

    /// <summary>The event inside a delivery: the price in coins ran out before somebody paid.</summary>
    public const string QuoteExpired = "quote_expired";

    /// <summary>The event inside a delivery: the buyer gave up.</summary>
    public const string PaymentCancelledByPayer = "payment_cancelled_by_payer";
}
