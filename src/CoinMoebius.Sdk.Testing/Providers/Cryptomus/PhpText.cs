using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// The text that Cryptomus signs: PHP's <c>json_encode(json_decode($body, true), JSON_UNESCAPED_UNICODE)</c>. It is short rather than
/// fast, and deliberately independent of the verifier's code, so that each checks the other.
/// </summary>
internal static class PhpText
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    /// <summary>The text as UTF-8, or null when PHP cannot read or print the body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="without">A member of the outermost object to leave out.</param>
    public static byte[]? TryPrint(ReadOnlyMemory<byte> body, string? without = null)
    {
        try
        {
            ReadAllText(body.Span);
            using var document = JsonDocument.Parse(body, Options);
            var text = new StringBuilder();
            Print(text, document.RootElement, without);
            return Encoding.UTF8.GetBytes(text.ToString());
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Throws for an invalid text, even where a later member replaces it.</summary>
    private static void ReadAllText(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                reader.GetString();
            }
        }
    }

    private static void Print(StringBuilder text, JsonElement value, string? without = null)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = Members(value).Where(member => member.Name != without).ToList();
                var isList = members.Select((member, i) => member.Name == i.ToString(CultureInfo.InvariantCulture)).All(same => same);
                PrintAll(text, isList ? "[]" : "{}", members, member =>
                {
                    if (!isList)
                    {
                        PrintString(text, member.Name);
                        text.Append(':');
                    }

                    Print(text, member.Value);
                });
                break;
            case JsonValueKind.Array:
                PrintAll(text, "[]", value.EnumerateArray(), item => Print(text, item));
                break;
            case JsonValueKind.String:
                PrintString(text, SortedJson.Unescape(JsonMarshal.GetRawUtf8Value(value)[1..^1]));
                break;
            case JsonValueKind.Number:
                text.Append(PrintNumber(value.GetRawText()));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void PrintAll<T>(StringBuilder text, string brackets, IEnumerable<T> items, Action<T> print)
    {
        text.Append(brackets[0]);
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator);
            separator = ",";
            print(item);
        }

        text.Append(brackets[1]);
    }

    // A later member of the same name replaces the value and keeps the position.
    private static List<(string Name, JsonElement Value)> Members(JsonElement value)
    {
        var members = new List<(string Name, JsonElement Value)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var name = SortedJson.Unescape(JsonMarshal.GetRawUtf8PropertyName(property));
            if (places.TryAdd(name, members.Count))
            {
                members.Add((name, property.Value));
            }
            else
            {
                members[places[name]] = (name, property.Value);
            }
        }

        return members;
    }

    private static string PrintNumber(string token)
    {
        if (token.IndexOfAny(['.', 'e', 'E']) < 0 && long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole.ToString(CultureInfo.InvariantCulture);
        }

        var value = double.Parse(token, CultureInfo.InvariantCulture);
        var sign = token[0] == '-' ? "-" : "";
        if (value == 0)
        {
            return sign + "0";
        }

        if (double.IsInfinity(value))
        {
            throw new OverflowException("PHP does not print infinity.");
        }

        var (digits, point) = SortedJson.ShortestDigits(value);
        return sign + point switch
        {
            > 17 or < -3 => $"{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1)}",
            <= 0 => "0." + new string('0', -point) + digits,
            _ when digits.Length <= point => digits.PadRight(point, '0'),
            _ => $"{digits[..point]}.{digits[point..]}",
        };
    }

    private static void PrintString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '"' or '\\' or '/' => $"\\{c}",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u2028' or '\u2029' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        text.Append('"');
    }
}
