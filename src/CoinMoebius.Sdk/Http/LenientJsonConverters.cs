using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Http;

/// <summary>
/// Reads a field of a response that may have another type than documented: it becomes null, so that one odd field does not hide the
/// status of a payment.
/// </summary>
internal abstract class LenientJsonConverter<T> : JsonConverter<T?>
{
    public sealed override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (TryRead(ref reader, out var value))
        {
            return value;
        }

        reader.Skip();
        return default;
    }

    protected abstract bool TryRead(ref Utf8JsonReader reader, out T? value);
}

/// <summary>An amount: a number or a decimal text.</summary>
internal sealed class LenientDecimalJsonConverter : LenientJsonConverter<decimal?>
{
    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options) => writer.WriteNumberValue(value!.Value);

    protected override bool TryRead(ref Utf8JsonReader reader, out decimal? value)
    {
        var amount = 0m;
        var read = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDecimal(out amount),
            JsonTokenType.String => decimal.TryParse(
                reader.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture, out amount),
            _ => false,
        };
        value = read ? amount : null;
        return read;
    }
}

/// <summary>A text.</summary>
internal sealed class LenientTextJsonConverter : LenientJsonConverter<string>
{
    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    protected override bool TryRead(ref Utf8JsonReader reader, out string? value)
    {
        value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return value is not null;
    }
}

/// <summary>A literal boolean.</summary>
internal sealed class LenientBooleanJsonConverter : LenientJsonConverter<bool?>
{
    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options) => writer.WriteBooleanValue(value!.Value);

    protected override bool TryRead(ref Utf8JsonReader reader, out bool? value)
    {
        value = reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.TokenType == JsonTokenType.True : null;
        return value is not null;
    }
}

/// <summary>An ISO 8601 text; without an offset it counts as UTC.</summary>
internal sealed class LenientTimeJsonConverter : LenientJsonConverter<DateTimeOffset?>
{
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) => writer.WriteStringValue(value!.Value);

    protected override bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        // The usual form needs no string; the other branch reads more forms, and a missing offset as UTC.
        if ((EndsWithZ(reader.ValueSpan) && reader.TryGetDateTimeOffset(out var time))
            || DateTimeOffset.TryParse(
                reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time))
        {
            value = time;
        }

        return value is not null;
    }

    private static bool EndsWithZ(ReadOnlySpan<byte> text) => !text.IsEmpty && text[text.Length - 1] == (byte)'Z';
}
