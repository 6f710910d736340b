using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// How Inqud's webhooks are verified. Each secret is the one set beside the webhook's address in the dashboard (widget, Webhooks), as
/// typed. It is not the secret of an API token. Inqud sends no signature at all to an address without a secret, so one is required here.
/// </summary>
public sealed class InqudWebhookOptions : WebhookOptions;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(InqudWebhookOptions))]
internal sealed partial class InqudWebhookOptionsJson : JsonSerializerContext;
