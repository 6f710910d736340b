using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Inqud.Json;

/// <summary>Reads and writes Inqud's objects. A member of an unexpected type is read as null, so that the other members remain readable.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(LenientTextJsonConverter), typeof(LenientDecimalJsonConverter), typeof(LenientBooleanJsonConverter),
        typeof(InqudTimeJsonConverter), typeof(InqudCoinListJsonConverter), typeof(InqudAmountsJsonConverter),
    ])]
[JsonSerializable(typeof(InqudCheckoutRequest))]
[JsonSerializable(typeof(InqudCoinRequest))]
[JsonSerializable(typeof(InqudStaticBundleRequest))]
[JsonSerializable(typeof(InqudOnRampCheckoutRequest))]
[JsonSerializable(typeof(InqudCheckout))]
[JsonSerializable(typeof(InqudRequest))]
[JsonSerializable(typeof(InqudPayment))]
[JsonSerializable(typeof(InqudDepositOptions))]
[JsonSerializable(typeof(InqudStaticBundle))]
[JsonSerializable(typeof(InqudRate))]
[JsonSerializable(typeof(InqudBalance))]
[JsonSerializable(typeof(InqudOnRampCheckout))]
internal sealed partial class InqudJson : JsonSerializerContext
{
    public static JsonTypeInfo<T> Info<T>()
        where T : ApiModel =>
        (JsonTypeInfo<T>)Default.GetTypeInfo(typeof(T))!;
}
