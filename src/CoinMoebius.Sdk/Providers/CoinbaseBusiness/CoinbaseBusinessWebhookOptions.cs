using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>
/// How Coinbase Business's webhooks are verified. Each secret is the <c>secret</c> of a webhook subscription, as Coinbase answered it when
/// the subscription was created or is read. It is not the private key of an API key. Source: docs.cdp.coinbase.com/webhooks/verify-signatures.
/// </summary>
public sealed class CoinbaseBusinessWebhookOptions : WebhookOptions
{
    /// <summary>How far the signed time may be away from now, before or after. Five minutes unless set, as in Coinbase's own example.</summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether a delivery may be signed by <c>v0</c> alone, which covers the time and the body but no header; true unless set. No header has a
    /// part in the event, so nobody gains by taking a <c>v1</c> off. Set it to false where your deliveries carry <c>v1</c> and you read their
    /// headers yourself.
    /// </summary>
    public bool AcceptBodySignature { get; set; } = true;

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
[JsonSerializable(typeof(CoinbaseBusinessWebhookOptions))]
internal sealed partial class CoinbaseBusinessWebhookOptionsJson : JsonSerializerContext;
