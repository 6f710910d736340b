using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks.Signatures;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// How the webhooks of a service that follows Standard Webhooks are verified. Each secret is a shared one as the service shows it,
/// base64 behind <c>whsec_</c>, or the service's Ed25519 public key behind <c>whpk_</c>. Source: github.com/standard-webhooks/standard-webhooks.
/// </summary>
public sealed class StandardWebhooksOptions : WebhookOptions
{
    /// <summary>How far the signed time may be away from now, before or after. Five minutes unless set, as in the reference libraries.</summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    private protected override SecretEncoding SecretEncoding => SecretEncoding.Base64;

    /// <inheritdoc/>
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        StandardSecrets.Validate(Secrets, acceptPublicKeys: true, failures);
        ValidateTolerance(Tolerance, failures);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StandardWebhooksOptions))]
internal sealed partial class StandardWebhooksOptionsJson : JsonSerializerContext;
