using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness.Json;

/// <summary>Reads and writes Coinbase's objects. A member of an unexpected type reads as null, so that the others remain readable.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(LenientTextJsonConverter), typeof(LenientBooleanJsonConverter), typeof(LenientTimeJsonConverter),
        typeof(LenientTextListJsonConverter), typeof(TextMapJsonConverter),
    ])]
[JsonSerializable(typeof(WebhookSettingsBody))]
[JsonSerializable(typeof(CoinbaseBusinessWebhookSubscription))]
[JsonSerializable(typeof(WebhookSubscriptionPage))]
internal sealed partial class CoinbaseBusinessJson : JsonSerializerContext;
