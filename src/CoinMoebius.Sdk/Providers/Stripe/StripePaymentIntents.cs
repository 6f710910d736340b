using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>Which events about payment intents become payments.</summary>
[JsonConverter(typeof(StripePaymentIntentsJsonConverter))]
public enum StripePaymentIntents
{
    /// <summary>
    /// Those of intents that no invoice made, as far as the event tells: its invoice's events tell of the others. Until API version
    /// 2025-03-31 (basil) an intent names its invoice; from then on it is known by the description that Stripe gives it. The default.
    /// </summary>
    Auto = 0,

    /// <summary>All of them. For shops without Stripe Billing and Invoicing.</summary>
    Always = 1,

    /// <summary>None. For shops that take payments with Checkout and invoices alone.</summary>
    Never = 2,
}

internal sealed class StripePaymentIntentsJsonConverter()
    : JsonStringEnumConverter<StripePaymentIntents>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
