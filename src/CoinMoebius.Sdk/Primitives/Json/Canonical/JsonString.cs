#if !NETSTANDARD2_0
using System.Buffers;
#endif

namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>
/// String literals. The writer escapes the quote, the backslash, U+0000 to U+001F and the characters that the style adds; it writes a
/// lone surrogate as an escape, since it has no UTF-8 form.
/// </summary>
internal static class JsonString
{
    /// <summary>The length of <c>\uXXXX</c>.</summary>
    public const int UnicodeEscapeLength = 6;

    // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
    private const byte LineSeparatorStart = 0xE2;

    private static readonly sbyte[] HexValues = CreateHexValues();

#if !NETSTANDARD2_0
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\"u8);
#endif

    /// <summary>Returns the index of the next quote, backslash or control character; -1 when there is none.</summary>
    public static int IndexOfSpecial(ReadOnlySpan<byte> text)
    {
#if NETSTANDARD2_0
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < 0x20 or (byte)'"' or (byte)'\\')
            {
                return i;
            }
        }

        return -1;
#else
        return text.IndexOfAny(Special);
#endif
    }

    /// <summary>Returns the length of the escape at the start of <paramref name="text"/>, which is a backslash; 0 when it is not valid.</summary>
    public static int EscapeLength(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2)
        {
            return 0;
        }

        switch (text[1])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return 2;
            case (byte)'u' when text.Length >= UnicodeEscapeLength && CodeUnit(text) >= 0:
                return UnicodeEscapeLength;
            default:
                return 0;
        }
    }

    /// <summary>Returns the code unit of <c>\uXXXX</c>; negative when a digit is invalid.</summary>
    public static int CodeUnit(ReadOnlySpan<byte> escape) =>
        (HexValue(escape[2]) << 12) | (HexValue(escape[3]) << 8) | (HexValue(escape[4]) << 4) | HexValue(escape[5]);

    /// <summary>True when <paramref name="source"/> begins with the escape of a low surrogate.</summary>
    public static bool IsLowSurrogate(ReadOnlySpan<byte> source, out int unit)
    {
        unit = source.Length >= UnicodeEscapeLength && source[0] == (byte)'\\' && source[1] == (byte)'u' ? CodeUnit(source) : 0;
        return unit is >= 0xDC00 and <= 0xDFFF;
    }

    /// <summary>Writes a string with its quotes.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="content">The text between the quotes in the source, already validated.</param>
    /// <param name="style">Which further characters to escape.</param>
    public static void Write(TextBuffer output, ReadOnlySpan<byte> content, JsonStringStyle style)
    {
        output.Append((byte)'"');
        while (!content.IsEmpty)
        {
            // Adjacent special characters need no search.
            if (IsSpecial(content[0], style))
            {
                content = content[(content[0] == (byte)'\\' ? WriteEscape(output, content, style) : WritePhp(output, content))..];
                continue;
            }

            var special = style == JsonStringStyle.Php
                ? content.IndexOfAny((byte)'\\', (byte)'/', LineSeparatorStart)
                : content.IndexOf((byte)'\\');
            var plain = special < 0 ? content : content[..special];
            output.Append(plain);
            content = content[plain.Length..];
        }

        output.Append((byte)'"');
    }

    private static bool IsSpecial(byte c, JsonStringStyle style) =>
        c == (byte)'\\' || (style == JsonStringStyle.Php && c is (byte)'/' or LineSeparatorStart);

    /// <summary>Writes slashes, or a character that begins like a line separator. Returns the number of source bytes consumed.</summary>
    private static int WritePhp(TextBuffer output, ReadOnlySpan<byte> source)
    {
        if (source[0] == (byte)'/')
        {
            var count = 0;
            for (; count < source.Length && source[count] == (byte)'/'; count++)
            {
                output.Append((byte)'\\', (byte)'/');
            }

            return count;
        }

        if (source[1] == 0x80 && source[2] is 0xA8 or 0xA9)
        {
            WriteUnicodeEscape(output, 0x2000 | (source[2] & 0x3F));
        }
        else
        {
            output.Append(source[..3]);
        }

        return 3;
    }

    /// <summary>Writes the character of one escape or a surrogate pair. Returns the number of source bytes consumed.</summary>
    private static int WriteEscape(TextBuffer output, ReadOnlySpan<byte> source, JsonStringStyle style)
    {
        if (source[1] == (byte)'/')
        {
            WriteUnit(output, '/', style);
            return 2;
        }

        if (source[1] != (byte)'u')
        {
            output.Append(source[0], source[1]);
            return 2;
        }

        var unit = CodeUnit(source);
        if (unit is < 0xD800 or > 0xDFFF)
        {
            WriteUnit(output, unit, style);
            return UnicodeEscapeLength;
        }

        if (unit < 0xDC00 && IsLowSurrogate(source[UnicodeEscapeLength..], out var low))
        {
            output.AppendUtf8(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
            return 2 * UnicodeEscapeLength;
        }

        WriteUnicodeEscape(output, unit);
        return UnicodeEscapeLength;
    }

    private static void WriteUnit(TextBuffer output, int unit, JsonStringStyle style)
    {
        var isPhp = style == JsonStringStyle.Php;
        var letter = unit switch
        {
            '"' or '\\' => (byte)unit,
            '/' when isPhp => (byte)unit,
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)0,
        };
        if (letter != 0)
        {
            output.Append((byte)'\\', letter);
        }
        else if (unit < 0x20 || (isPhp && unit is 0x2028 or 0x2029))
        {
            WriteUnicodeEscape(output, unit);
        }
        else
        {
            output.AppendUtf8(unit);
        }
    }

    private static void WriteUnicodeEscape(TextBuffer output, int unit)
    {
        var digits = "0123456789abcdef"u8;
        output.Append((byte)'\\', (byte)'u');
        output.Append(digits[unit >> 12], digits[(unit >> 8) & 0xF]);
        output.Append(digits[(unit >> 4) & 0xF], digits[unit & 0xF]);
    }

    // A negative value stays negative through the shifts and ors above.
    private static int HexValue(byte c) => HexValues[c];

    private static sbyte[] CreateHexValues()
    {
        var values = new sbyte[256];
        for (var c = 0; c < values.Length; c++)
        {
            values[c] = c switch
            {
                >= '0' and <= '9' => (sbyte)(c - '0'),
                >= 'a' and <= 'f' => (sbyte)(c - 'a' + 10),
                >= 'A' and <= 'F' => (sbyte)(c - 'A' + 10),
                _ => -1,
            };
        }

        return values;
    }
}

/// <summary>Which characters a writer of strings escapes in addition to the required ones.</summary>
internal enum JsonStringStyle
{
    /// <summary>None, like <c>JSON.stringify</c>.</summary>
    EcmaScript,

    /// <summary>Slashes, U+2028 and U+2029, like <c>json_encode</c> with <c>JSON_UNESCAPED_UNICODE</c>.</summary>
    Php,
}
