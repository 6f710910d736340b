using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.Cryptomus.Json;

/// <summary>Reads and writes Cryptomus's objects. A member of an unexpected type reads as null, so that the others remain readable.</summary>
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
