using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CoinMoebius.Sdk.Primitives.Json;

/// <summary>
/// Reading members of a payload that may be absent, null or of another type than documented: the answer is then null, never an
/// exception, so that an authentic event is not lost over one odd field.
/// </summary>
internal static class JsonFields
{
    // A decimal holds 29 digits; longer tokens are not amounts.
    private const int MaxNumberLength = 64;

    /// <summary>The member at a path of names, or an undefined element.</summary>
    public static JsonElement At(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <inheritdoc cref="At(JsonElement, string)"/>
    public static JsonElement At(this JsonElement element, string first, string second) => element.At(first).At(second);

    /// <inheritdoc cref="At(JsonElement, string)"/>
    public static JsonElement At(this JsonElement element, string first, string second, string third) =>
        element.At(first).At(second).At(third);

    /// <summary>The first item of an array, or an undefined element.</summary>
    public static JsonElement First(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0 ? element[0] : default;

    /// <summary>True when a value is there and is not null.</summary>
    public static bool Exists(this JsonElement element) => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>A text that is not empty; null for anything else.</summary>
    public static string? Text(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A text, or a number as it is written; null for anything else. For ids that come in both shapes.</summary>
    public static string? TextOrNumber(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number ? element.GetRawText() : element.Text();

    /// <summary>True for exactly this text.</summary>
    public static bool Is(this JsonElement element, ReadOnlySpan<byte> text) =>
        element.ValueKind == JsonValueKind.String && element.ValueEquals(text);

    /// <summary>True only for the literal <c>true</c>.</summary>
    public static bool IsTrue(this JsonElement element) => element.ValueKind == JsonValueKind.True;

    /// <summary>A literal boolean, or null.</summary>
    public static bool? Boolean(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A whole number written without point or exponent, or null.</summary>
    public static long? Whole(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var value) ? value : null;

    /// <summary>A number or a decimal text, with the decimals it is written with; null when it is neither or does not fit.</summary>
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

    /// <summary>An upper-case currency code, or null.</summary>
    public static string? Currency(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        // What most payments are in costs no text.
        return element.ValueEquals("USD"u8) || element.ValueEquals("usd"u8) ? "USD"
            : element.ValueEquals("USDC"u8) ? "USDC"
            : element.Text() is { } code ? Events.CurrencyUnits.Upper(code)
            : null;
    }

    /// <summary>An amount and its currency, from two members; null when either is missing: a number alone is no money.</summary>
    public static (decimal Amount, string Currency)? Money(this JsonElement element, string amount, string currency) =>
        element.At(amount).Decimal() is { } value && element.At(currency).Currency() is { } code ? (value, code) : null;

    /// <summary>Unix seconds as a time, or null.</summary>
    public static DateTimeOffset? UnixSeconds(this JsonElement element) =>
        element.Whole() is >= 0 and <= 253402300799 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>Unix milliseconds as a time, or null.</summary>
    public static DateTimeOffset? UnixMilliseconds(this JsonElement element) =>
        element.Whole() is >= 0 and <= 253402300799999 and var milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    /// <summary>An ISO 8601 text as a time in UTC, or null. A text without offset counts as UTC.</summary>
    public static DateTimeOffset? IsoTime(this JsonElement element)
    {
        // The usual form is read without a text; the other branch knows more forms, and what a missing offset means.
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
