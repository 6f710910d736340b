using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.MakePay;

/// <summary>
/// How MakePay's webhooks are verified. Each secret is the webhook secret from MakePay's developer settings, as shown: the whole text is
/// the key, a <c>whsec_</c> before it included.
/// </summary>
public sealed class MakePayWebhookOptions : WebhookOptions
{
    /// <summary>How far the signed time may be away from now, before or after. Five minutes by default, as in MakePay's own libraries.</summary>
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
