using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>
/// How Stripe's webhooks are verified. Each secret is the endpoint's signing secret from the Stripe dashboard (or of the Stripe
/// command line), as shown, with its <c>whsec_</c>.
/// </summary>
public sealed class StripeWebhookOptions : WebhookOptions
{
    /// <summary>How far the signed time may be away from now, before or after. Five minutes by default, as in Stripe's own libraries.</summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Which events about payment intents become payments. Those that no invoice made, by default; docs/providers/stripe.md says more.</summary>
    public StripePaymentIntents PaymentIntents { get; set; }

    private protected override bool NamesOwner => true;

    internal override bool NamesOnlyOthers => true;

    private protected override int LeastSecretLength => 10;

    /// <inheritdoc/>
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        ValidateTolerance(Tolerance, failures);
        if (PaymentIntents is not (StripePaymentIntents.Auto or StripePaymentIntents.Always or StripePaymentIntents.Never))
        {
            failures.Add($"PaymentIntents is {(int)PaymentIntents}; it must be auto, always or never.");
        }
    }
}

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

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StripeWebhookOptions))]
internal sealed partial class StripeWebhookOptionsJson : JsonSerializerContext;
