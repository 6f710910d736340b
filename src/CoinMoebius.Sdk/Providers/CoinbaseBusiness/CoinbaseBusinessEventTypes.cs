namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>
/// The names of Coinbase Business's events with a neutral meaning, as in <c>WebhookEvent.EventType</c> and in a subscription. Coinbase
/// signs further families the same way (payment links, transfers, payment sessions, on-ramp): every other name arrives as an unmapped
/// event. Source: docs.cdp.coinbase.com/coinbase-business/checkout-apis/webhooks.
/// </summary>
public static class CoinbaseBusinessEventTypes
{
    /// <summary>A checkout was paid.</summary>
    public const string CheckoutPaymentSuccess = "checkout.payment.success";

    /// <summary>The payment of a checkout failed.</summary>
    public const string CheckoutPaymentFailed = "checkout.payment.failed";

    /// <summary>A checkout expired unpaid.</summary>
    public const string CheckoutPaymentExpired = "checkout.payment.expired";

    /// <summary>A refund was completed, of the whole checkout or of a part.</summary>
    public const string CheckoutRefundSuccess = "checkout.refund.success";

    /// <summary>A refund failed. The payment itself has not.</summary>
    public const string CheckoutRefundFailed = "checkout.refund.failed";
}
