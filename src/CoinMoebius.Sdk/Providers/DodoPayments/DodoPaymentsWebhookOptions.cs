using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>
/// How Dodo Payments' webhooks are verified. Each secret is the endpoint's signing secret from the dashboard, as displayed: base64 after
/// <c>whsec_</c>. Source: docs.dodopayments.com/developer-resources/webhooks.
/// </summary>
public sealed class DodoPaymentsWebhookOptions : WebhookOptions
{
    /// <summary>
    /// The maximum difference between the signed time and now, in either direction. Five minutes by default, as in Dodo Payments' libraries.
    /// </summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    private protected override bool NamesOwner => true;

    private protected override KeyEncoding KeyEncoding => KeyEncoding.Base64;

    /// <inheritdoc/>
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        StandardSecrets.Validate(Secrets, encoding: null, failures);
        ValidateTolerance(Tolerance, failures);
    }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(DodoPaymentsWebhookOptions))]
internal sealed partial class DodoPaymentsWebhookOptionsJson : JsonSerializerContext;
