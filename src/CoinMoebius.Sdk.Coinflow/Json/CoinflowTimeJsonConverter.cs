using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Coinflow.Json;

/// <summary>
/// Reads a time: ISO 8601 text, or milliseconds or seconds since 1970, which its size distinguishes. The format of some fields is undocumented.
/// </summary>
internal sealed class CoinflowTimeJsonConverter : LenientJsonConverter<DateTimeOffset?>
{
    // As seconds this is the year 5138; as milliseconds it is March 1973.
    private const long LeastMilliseconds = 100_000_000_000;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) => writer.WriteStringValue(value!.Value);

    protected override bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset? value)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            value = null;
            return false;
        }

        var element = JsonElement.ParseValue(ref reader);
        value = element.ValueKind == JsonValueKind.String ? element.IsoTime()
            : element.Whole() >= LeastMilliseconds ? element.UnixMilliseconds()
            : element.UnixSeconds();
        return true;
    }
}
