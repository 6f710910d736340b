using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>
/// How Stripe's webhooks are verified. Each secret is the endpoint's signing secret from the Stripe dashboard (or of the Stripe
/// command line), as displayed, including its <c>whsec_</c>.
/// </summary>
public sealed class StripeWebhookOptions : WebhookOptions
{
    /// <summary>
    /// The maximum difference between the signed time and now, in either direction. Five minutes by default, as in Stripe's own libraries.
    /// </summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Which events about payment intents become payments. <c>Auto</c> by default; see docs/providers/stripe.md.</summary>
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
    /// Those of intents without an invoice, as far as the event shows: the invoice's events report the others. Before API version
    /// 2025-03-31 (basil) an intent names its invoice; from then on, the description that Stripe gives it shows it. The default.
    /// </summary>
    Auto = 0,

    /// <summary>All of them. For shops without Stripe Billing and Invoicing.</summary>
    Always = 1,

    /// <summary>None. For shops that only use Checkout and invoices.</summary>
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
