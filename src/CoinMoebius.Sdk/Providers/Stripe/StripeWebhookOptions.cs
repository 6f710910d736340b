using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>
/// How Stripe's webhooks are verified. Each secret is the endpoint's signing secret from the Stripe dashboard (or of the Stripe
/// command line), as shown, with its <c>whsec_</c>.
/// </summary>
public sealed class StripeWebhookOptions : WebhookOptions
{
    /// <summary>How far the signed time may be away from now, before or after. Five minutes unless set, as in Stripe's own libraries.</summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    private protected override bool NamesOwner => true;

    internal override bool NamesOnlyOthers => true;

    private protected override int LeastSecretLength => 10;

    /// <inheritdoc/>
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        ValidateTolerance(Tolerance, failures);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StripeWebhookOptions))]
internal sealed partial class StripeWebhookOptionsJson : JsonSerializerContext;
