using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>A created checkout session. It is valid for 24 hours. Source: docs.dodopayments.com/developer-resources/checkout-session.</summary>
public sealed record DodoPaymentsCheckout : ApiModel
{
    /// <summary>The session, <c>cks_…</c>. The payment's events carry it as <c>checkoutSessionId</c> in their metadata.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string SessionId
    {
        get => field ?? "";
        init;
    }

    /// <summary>
    /// The page for the buyer; the SDK has checked that a browser may be redirected there. Null only when there is nothing to show, because
    /// <c>payment_method_id</c> was among the <see cref="ApiModel.AdditionalFields"/> of the request.
    /// </summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? CheckoutUrl { get; init; }
}
