using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Coinflow.Json;

/// <summary>Reads the data of notifications. A value of another type than documented is null, for every field.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    MaxDepth = EventMapping.MaxDepth,
    Converters =
    [
        typeof(LenientTextJsonConverter), typeof(LenientDecimalJsonConverter), typeof(LenientBooleanJsonConverter), typeof(LenientTimeJsonConverter),
    ])]
[JsonSerializable(typeof(CoinflowPaymentData))]
[JsonSerializable(typeof(CoinflowSettledData))]
[JsonSerializable(typeof(CoinflowDeclinedData))]
[JsonSerializable(typeof(CoinflowChargebackData))]
[JsonSerializable(typeof(CoinflowRefundData))]
[JsonSerializable(typeof(CoinflowSubscriptionData))]
[JsonSerializable(typeof(CoinflowWithdrawData))]
[JsonSerializable(typeof(CoinflowKycData))]
[JsonSerializable(typeof(CoinflowSubMerchantData))]
[JsonSerializable(typeof(CoinflowReserveData))]
[JsonSerializable(typeof(CoinflowDisbursedFundsData))]
[JsonSerializable(typeof(CoinflowCryptoPayInData))]
[JsonSerializable(typeof(CoinflowCryptoDepositData))]
[JsonSerializable(typeof(CoinflowLimitThresholdData))]
[JsonSerializable(typeof(CoinflowIbanRfiData))]
internal sealed partial class CoinflowNotificationJson : JsonSerializerContext;
