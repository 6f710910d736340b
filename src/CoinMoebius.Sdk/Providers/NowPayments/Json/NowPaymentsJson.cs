using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.NowPayments.Json;

/// <summary>Reads and writes NOWPayments' objects. A member of an unexpected type reads as null, so that the others remain readable.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(LenientTextJsonConverter), typeof(LenientDecimalJsonConverter), typeof(LenientBooleanJsonConverter),
        typeof(NowPaymentsTimeJsonConverter),
    ])]
[JsonSerializable(typeof(NowPaymentsPayment))]
[JsonSerializable(typeof(NowPaymentsInvoice))]
[JsonSerializable(typeof(NowPaymentsEstimate))]
[JsonSerializable(typeof(NowPaymentsMinimumAmount))]
[JsonSerializable(typeof(NowPaymentsPaymentRequest))]
[JsonSerializable(typeof(NowPaymentsInvoiceRequest))]
internal sealed partial class NowPaymentsJson : JsonSerializerContext;
