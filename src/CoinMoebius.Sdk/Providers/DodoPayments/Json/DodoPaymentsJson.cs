using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Providers.DodoPayments.Json;

/// <summary>How Dodo Payments' objects are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DodoPaymentsCheckoutRequest))]
[JsonSerializable(typeof(DodoPaymentsCheckout))]
[JsonSerializable(typeof(DodoPaymentsPortalSession))]
internal sealed partial class DodoPaymentsJson : JsonSerializerContext;
