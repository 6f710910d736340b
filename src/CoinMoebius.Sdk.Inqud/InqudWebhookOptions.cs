using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// The options for verifying Inqud's webhooks. Each secret is the one set with the webhook's address in the dashboard (widget, Webhooks), exactly
/// as entered. It is not the secret of an API token. Inqud sends no signature to an address without a secret, so one is required here.
/// </summary>
public sealed class InqudWebhookOptions : WebhookOptions;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(InqudWebhookOptions))]
internal sealed partial class InqudWebhookOptionsJson : JsonSerializerContext;
