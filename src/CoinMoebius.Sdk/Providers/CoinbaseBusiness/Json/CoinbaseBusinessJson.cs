using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness.Json;

/// <summary>How Coinbase's objects are read and written. A member of an odd type reads as null, so that it hides no other.</summary>
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
