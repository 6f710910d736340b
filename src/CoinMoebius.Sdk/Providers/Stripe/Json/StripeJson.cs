using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.Stripe.Json;

/// <summary>Reads and writes Stripe's objects. A member of an unexpected type reads as null, so that the others remain readable.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LenientTextJsonConverter), typeof(LenientBooleanJsonConverter)])]
[JsonSerializable(typeof(StripePortalSessionRequest))]
[JsonSerializable(typeof(StripePortalSession))]
internal sealed partial class StripeJson : JsonSerializerContext;

/// <summary>Unix seconds.</summary>
internal sealed class StripeTimeJsonConverter : LenientJsonConverter<DateTimeOffset?>
{
    private const long LastSecond = 253402300799;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value!.Value.ToUnixTimeSeconds());

    protected override bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset? value)
    {
        value = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var seconds) && seconds is >= 0 and <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
        return value is not null;
    }
}
