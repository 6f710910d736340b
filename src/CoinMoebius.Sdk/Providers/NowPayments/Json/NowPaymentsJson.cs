using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.NowPayments.Json;

/// <summary>How NOWPayments' objects are read and written. A member of an odd type reads as null, so that it hides no other.</summary>
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
