using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>
/// How Coinbase Business's webhooks are verified. Each secret is the <c>secret</c> of a webhook subscription, which Coinbase returns when
/// you create or read it, not the private key of an API key. Source: docs.cdp.coinbase.com/webhooks/verify-signatures.
/// </summary>
public sealed class CoinbaseBusinessWebhookOptions : WebhookOptions
{
    /// <summary>
    /// The maximum difference between the signed time and now, in either direction. Five minutes by default, as in Coinbase's own example.
    /// </summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether to accept a signature of <c>v0</c> alone, which covers the time and the body but no header. True by default: no header affects
    /// the event, so removing a <c>v1</c> gains nothing. Set it to false if your deliveries carry <c>v1</c> and you read their headers
    /// yourself.
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
