using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>A checkout session that was created. It lives for 24 hours. Source: docs.dodopayments.com/developer-resources/checkout-session.</summary>
public sealed record DodoPaymentsCheckout : ApiModel
{
    /// <summary>The session, <c>cks_…</c>. Comes back with the payment's webhooks as <c>checkoutSessionId</c> in their metadata.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string SessionId
    {
        get => field ?? "";
        init;
    }

    /// <summary>
    /// The page to send the buyer to; checked to be one that a browser may be sent to. Null only when there is nothing to show, because
    /// <c>payment_method_id</c> was among the <see cref="ApiModel.AdditionalFields"/> of the request.
    /// </summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? CheckoutUrl { get; init; }
}
