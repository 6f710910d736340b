using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.MoneyButton.Json;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MoneyButtonNotification))]
[JsonSerializable(typeof(MoneyButtonPayment))]
[JsonSerializable(typeof(MoneyButtonOutput))]
[JsonSerializable(typeof(MoneyButtonCryptoOperation))]
[JsonSerializable(typeof(MoneyButtonIdentity))]
[JsonSerializable(typeof(MoneyButtonProfile))]
[JsonSerializable(typeof(MoneyButtonBalance))]
[JsonSerializable(typeof(MoneyButtonError))]
internal sealed partial class MoneyButtonJson : JsonSerializerContext;
