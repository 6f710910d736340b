using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Providers.DodoPayments.Json;

/// <summary>Reads and writes Dodo Payments' objects.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DodoPaymentsCheckoutRequest))]
[JsonSerializable(typeof(DodoPaymentsCheckout))]
[JsonSerializable(typeof(DodoPaymentsPortalSession))]
internal sealed partial class DodoPaymentsJson : JsonSerializerContext;
