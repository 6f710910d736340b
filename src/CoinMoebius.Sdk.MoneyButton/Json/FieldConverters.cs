using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.MoneyButton.Json;

/// <summary>Reads an id from a string or a number, and null from anything else; writes a string.</summary>
internal sealed class IdJsonConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonElement.ParseValue(ref reader).TextOrNumber();

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Reads an amount from a decimal string or a number, and null from anything else; writes a string.</summary>
internal sealed class AmountJsonConverter : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonElement.ParseValue(ref reader).Decimal();

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.ToString(CultureInfo.InvariantCulture));
}

/// <summary>Reads satoshis from a string of digits or a number, and null from anything else; writes a string.</summary>
internal sealed class SatoshisJsonConverter : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        long.TryParse(JsonElement.ParseValue(ref reader).TextOrNumber(), NumberStyles.None, CultureInfo.InvariantCulture, out var satoshis)
            ? satoshis
            : null;

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.ToString(CultureInfo.InvariantCulture));
}

/// <summary>
/// Reads a signed transaction from hexadecimal text or a serialised Node.js buffer (<c>{"type":"Buffer","data":[…]}</c>); writes text.
/// </summary>
internal sealed class RawTransactionJsonConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        return element.Text() ?? Hex(element.At("data"));
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static string? Hex(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var hex = new StringBuilder(2 * data.GetArrayLength());
        foreach (var item in data.EnumerateArray())
        {
            if (item.Whole() is not (>= 0 and <= 255 and var value))
            {
                return null;
            }

            hex.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        }

        return hex.Length == 0 ? null : hex.ToString();
    }
}

/// <summary>Reads ISO 8601 text, and null from anything else; writes UTC with milliseconds, as the API did.</summary>
internal sealed class UtcTimeJsonConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonElement.ParseValue(ref reader).IsoTime();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
