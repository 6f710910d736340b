namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>Reads the content of a well-formed string literal as the UTF-16 code units of ECMAScript.</summary>
internal ref struct Utf16Units(ReadOnlySpan<byte> content)
{
    /// <summary>The result of <see cref="Next"/> after the last unit; less than every unit.</summary>
    public const int End = -1;

    private readonly ReadOnlySpan<byte> _content = content;
    private int _at;
    private int _lowSurrogate;

    private readonly bool IsAtUnicodeEscape =>
        _lowSurrogate == 0 && _content.Length - _at >= JsonString.UnicodeEscapeLength && _content[_at] == (byte)'\\' && _content[_at + 1] == (byte)'u';

    /// <summary>Orders two strings by their code units.</summary>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var a = new Utf16Units(left);
        var b = new Utf16Units(right);
        while (true)
        {
            // Two escapes can be compared directly, which is faster.
            while (a.IsAtUnicodeEscape && b.IsAtUnicodeEscape)
            {
                var difference = JsonString.CodeUnit(a._content[a._at..]) - JsonString.CodeUnit(b._content[b._at..]);
                if (difference != 0)
                {
                    return difference;
                }

                a._at += JsonString.UnicodeEscapeLength;
                b._at += JsonString.UnicodeEscapeLength;
            }

            var unit = a.Next();
            var order = unit - b.Next();
            if (order != 0 || unit == End)
            {
                return order;
            }
        }
    }

    /// <summary>Returns the next unit, or <see cref="End"/>.</summary>
    public int Next()
    {
        if (_lowSurrogate != 0)
        {
            var low = _lowSurrogate;
            _lowSurrogate = 0;
            return low;
        }

        if (_at == _content.Length)
        {
            return End;
        }

        var first = _content[_at];
        if (first < 0x80)
        {
            return first == (byte)'\\' ? NextEscape() : Take(first, 1);
        }

        if (first < 0xE0)
        {
            return Take(((first & 0x1F) << 6) | Tail(1), 2);
        }

        if (first < 0xF0)
        {
            return Take(((first & 0x0F) << 12) | (Tail(1) << 6) | Tail(2), 3);
        }

        var offset = Take(((first & 0x07) << 18) | (Tail(1) << 12) | (Tail(2) << 6) | Tail(3), 4) - 0x10000;
        _lowSurrogate = 0xDC00 | (offset & 0x3FF);
        return 0xD800 | (offset >> 10);
    }

    private int NextEscape()
    {
        var letter = _content[_at + 1];
        if (letter == (byte)'u')
        {
            return Take(JsonString.CodeUnit(_content[_at..]), JsonString.UnicodeEscapeLength);
        }

        var unit = letter switch
        {
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => (char)letter,
        };
        return Take(unit, 2);
    }

    private readonly int Tail(int offset) => _content[_at + offset] & 0x3F;

    private int Take(int unit, int length)
    {
        _at += length;
        return unit;
    }
}
