using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// The text that NOWPayments signs: <c>JSON.stringify</c> of the parsed body with the members of all objects sorted. It is short rather than
/// fast, and deliberately independent of the verifier's code, so that each checks the other.
/// </summary>
internal static class SortedJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    /// <summary>The text as UTF-8, or null when the body is not JSON or too deep.</summary>
    public static byte[]? TryPrint(ReadOnlyMemory<byte> body, bool arraysAsObjects = false)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Options);
            var text = new StringBuilder();
            Print(text, document.RootElement, arraysAsObjects);
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text.ToString());
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static void Print(StringBuilder text, JsonElement value, bool arraysAsObjects)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                PrintMembers(text, Members(value), arraysAsObjects);
                break;
            case JsonValueKind.Array when arraysAsObjects:
                PrintMembers(text, value.EnumerateArray().Select((item, i) => (i.ToString(CultureInfo.InvariantCulture), item)), true);
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var (item, i) in value.EnumerateArray().Select((item, i) => (item, i)))
                {
                    text.Append(i > 0 ? "," : "");
                    Print(text, item, arraysAsObjects);
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                PrintString(text, Unescape(JsonMarshal.GetRawUtf8Value(value)[1..^1]));
                break;
            case JsonValueKind.Number:
                text.Append(PrintNumber(value.GetDouble()));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void PrintMembers(StringBuilder text, IEnumerable<(string Name, JsonElement Value)> members, bool arraysAsObjects)
    {
        text.Append('{');
        var separator = "";
        foreach (var (name, value) in members)
        {
            text.Append(separator);
            separator = ",";
            PrintString(text, name);
            text.Append(':');
            Print(text, value, arraysAsObjects);
        }

        text.Append('}');
    }

    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement value)
    {
        // Array indexes come first, by number, then the other names, by code unit; a later member replaces an earlier one.
        var indexes = new SortedDictionary<uint, (string, JsonElement)>();
        var others = new SortedDictionary<string, (string, JsonElement)>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var name = Unescape(JsonMarshal.GetRawUtf8PropertyName(property));
            if (uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index != uint.MaxValue
                && index.ToString(CultureInfo.InvariantCulture) == name)
            {
                indexes[index] = (name, property.Value);
            }
            else if (name != "__proto__")
            {
                others[name] = (name, property.Value);
            }
        }

        return indexes.Values.Concat(others.Values);
    }

    private static string PrintNumber(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        if (double.IsInfinity(value))
        {
            return "null";
        }

        var sign = value < 0 ? "-" : "";
        var (digits, point) = ShortestDigits(value);
        return sign + point switch
        {
            > 21 or <= -6 => $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1)}",
            <= 0 => "0." + new string('0', -point) + digits,
            _ when digits.Length <= point => digits.PadRight(point, '0'),
            _ => $"{digits[..point]}.{digits[point..]}",
        };
    }

    /// <summary>The shortest digits that identify a nonzero double: its absolute value is <c>0.Digits × 10^Point</c>.</summary>
    internal static (string Digits, int Point) ShortestDigits(double value)
    {
        // 1.25E-08 gives the digits 125 and the exponent -8.
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var parts = shortest[0].Split('.');
        var whole = parts[0].TrimStart('0');
        var fraction = parts.Length > 1 ? parts[1] : "";
        var digits = (whole + fraction).TrimStart('0').TrimEnd('0');
        var point = (shortest.Length > 1 ? int.Parse(shortest[1], CultureInfo.InvariantCulture) : 0)
            + (whole.Length > 0 ? whole.Length : fraction.TrimStart('0').Length - fraction.Length);
        return (digits, point);
    }

    /// <summary>The text between the quotes of a string, as UTF-16.</summary>
    internal static string Unescape(ReadOnlySpan<byte> content)
    {
        var source = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        var text = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '\\')
            {
                text.Append(source[i]);
                continue;
            }

            i++;
            if (source[i] == 'u')
            {
                text.Append((char)int.Parse(source.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(source[i] switch
                {
                    'b' => '\b',
                    'f' => '\f',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    var c => c,
                });
            }
        }

        return text.ToString();
    }

    private static void PrintString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsSurrogate(c) && i + 1 < value.Length && char.IsSurrogatePair(c, value[i + 1]))
            {
                text.Append(c).Append(value[++i]);
            }
            else
            {
                text.Append(c switch
                {
                    '"' => "\\\"",
                    '\\' => @"\\",
                    '\b' => "\\b",
                    '\f' => "\\f",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    _ when c < ' ' || char.IsSurrogate(c) => $"\\u{(int)c:x4}",
                    _ => c.ToString(),
                });
            }
        }

        text.Append('"');
    }
}
