using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.MakePay;

/// <summary>
/// How MakePay's webhooks are verified. Each secret is the webhook secret from MakePay's developer settings, as displayed: the whole text
/// is the key, including a <c>whsec_</c> before it.
/// </summary>
public sealed class MakePayWebhookOptions : WebhookOptions
{
    /// <summary>
    /// The maximum difference between the signed time and now, in either direction. Five minutes by default, as in MakePay's own libraries.
    /// </summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    private protected override bool NamesOwner => true;

    private protected override int LeastSecretLength => 10;

    /// <inheritdoc/>
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        ValidateTolerance(Tolerance, failures);
    }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(MakePayWebhookOptions))]
internal sealed partial class MakePayWebhookOptionsJson : JsonSerializerContext;
