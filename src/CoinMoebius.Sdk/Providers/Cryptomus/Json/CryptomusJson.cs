using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.Cryptomus.Json;

/// <summary>How Cryptomus's objects are read and written. A member of an odd type reads as null, so that it hides no other.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(LenientTextJsonConverter), typeof(LenientDecimalJsonConverter), typeof(LenientBooleanJsonConverter), typeof(LenientTimeJsonConverter),
    ])]
[JsonSerializable(typeof(CryptomusPaymentRequest))]
[JsonSerializable(typeof(CryptomusPayment))]
[JsonSerializable(typeof(CryptomusService))]
[JsonSerializable(typeof(CryptomusTestWebhook))]
[JsonSerializable(typeof(PaymentKey))]
internal sealed partial class CryptomusJson : JsonSerializerContext;
