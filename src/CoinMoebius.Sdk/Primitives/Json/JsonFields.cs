using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CoinMoebius.Sdk.Primitives.Json;

/// <summary>
/// Reads members of a payload that may be absent, null or of another type than documented: the result is then null, never an exception,
/// so that an authentic event is not lost because of one odd field.
/// </summary>
internal static class JsonFields
{
    // A decimal holds 29 digits; longer tokens are not amounts.
    private const int MaxNumberLength = 64;

    /// <summary>Returns the member at a path of names, or an undefined element.</summary>
    public static JsonElement At(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <inheritdoc cref="At(JsonElement, string)"/>
    public static JsonElement At(this JsonElement element, string first, string second) => element.At(first).At(second);

    /// <inheritdoc cref="At(JsonElement, string)"/>
    public static JsonElement At(this JsonElement element, string first, string second, string third) =>
        element.At(first).At(second).At(third);

    /// <summary>Returns the first item of an array, or an undefined element.</summary>
    public static JsonElement First(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0 ? element[0] : default;

    /// <summary>True when a value is present and not null.</summary>
    public static bool Exists(this JsonElement element) => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>Returns a non-empty text; null for anything else.</summary>
    public static string? Text(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>Returns a text, or a number as written; null for anything else. For ids in either form.</summary>
    public static string? TextOrNumber(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number ? element.GetRawText() : element.Text();

    /// <summary>True for exactly this text.</summary>
    public static bool Is(this JsonElement element, ReadOnlySpan<byte> text) =>
        element.ValueKind == JsonValueKind.String && element.ValueEquals(text);

    /// <summary>True only for the literal <c>true</c>.</summary>
    public static bool IsTrue(this JsonElement element) => element.ValueKind == JsonValueKind.True;

    /// <summary>Returns a literal boolean, or null.</summary>
    public static bool? Boolean(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>Returns a whole number without point and exponent, or null.</summary>
    public static long? Whole(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var value) ? value : null;

    /// <summary>Returns a number or a decimal text, with its decimals as written; null when it is neither or does not fit.</summary>
    public static decimal? Decimal(this JsonElement element)
    {
        var text = element.ValueKind switch
        {
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.String => element.GetString(),
            _ => null,
        };
        return text is { Length: > 0 and <= MaxNumberLength }
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    /// <summary>Returns an upper-case currency code, or null.</summary>
    public static string? Currency(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        // The most frequent currencies need no new string.
        return element.ValueEquals("USD"u8) || element.ValueEquals("usd"u8) ? "USD"
            : element.ValueEquals("USDC"u8) ? "USDC"
            : element.Text() is { } code ? Events.CurrencyUnits.Upper(code)
            : null;
    }

    /// <summary>Returns an amount and its currency from two members; null when either is missing.</summary>
    public static (decimal Amount, string Currency)? Money(this JsonElement element, string amount, string currency) =>
        element.At(amount).Decimal() is { } value && element.At(currency).Currency() is { } code ? (value, code) : null;

    /// <summary>Returns Unix seconds as a time, or null.</summary>
    public static DateTimeOffset? UnixSeconds(this JsonElement element) =>
        element.Whole() is >= 0 and <= 253402300799 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>Returns Unix milliseconds as a time, or null.</summary>
    public static DateTimeOffset? UnixMilliseconds(this JsonElement element) =>
        element.Whole() is >= 0 and <= 253402300799999 and var milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    /// <summary>Returns an ISO 8601 text as a time in UTC, or null. A text without an offset counts as UTC.</summary>
    public static DateTimeOffset? IsoTime(this JsonElement element)
    {
        // The usual form needs no string; the other branch reads more forms, and a missing offset as UTC.
        if (element.ValueKind == JsonValueKind.String
            && JsonMarshal.GetRawUtf8Value(element) is [.., (byte)'Z', (byte)'"']
            && element.TryGetDateTimeOffset(out var usual))
        {
            return usual;
        }

        return element.Text() is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
    }
}
