using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex.Json;

// The same field is a string in one place and a number in another, and everything is a string in a form-encoded notification; so
// each converter reads all known forms of a value, and null for any other.

/// <summary>Reads a boolean, or its text.</summary>
internal sealed class MobbexBooleanJsonConverter : LenientJsonConverter<bool?>
{
    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options) => writer.WriteBooleanValue(value!.Value);

    protected override bool TryRead(ref Utf8JsonReader reader, out bool? value)
    {
        value = reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when reader.ValueTextEquals("true"u8) => true,
            JsonTokenType.String when reader.ValueTextEquals("false"u8) => false,
            _ => null,
        };
        return value is not null;
    }
}

/// <summary>Reads a time as ISO 8601 text, or as milliseconds since 1970. Writes text in UTC, as Mobbex does.</summary>
internal class MobbexTimeJsonConverter : LenientJsonConverter<DateTimeOffset?>
{
    private const long LastMillisecond = 253402300799999;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    protected sealed override bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Number)
        {
            value = reader.TryGetInt64(out var milliseconds) ? FromMilliseconds(milliseconds) : null;
        }
        else if (reader.TokenType == JsonTokenType.String)
        {
            var text = reader.GetString();
            value = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
                ? FromMilliseconds(milliseconds)
                : DateTimeOffset.TryParse(
                    text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
                    ? time
                    : null;
        }

        return value is not null;
    }

    private static DateTimeOffset? FromMilliseconds(long value) =>
        value is >= 0 and <= LastMillisecond ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;
}

/// <summary>Reads as <see cref="MobbexTimeJsonConverter"/> does; writes milliseconds since 1970.</summary>
internal sealed class MobbexMillisecondsJsonConverter : MobbexTimeJsonConverter
{
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value!.Value.ToUnixTimeMilliseconds());
}
