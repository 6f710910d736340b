namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>The digits of a decimal number without zeros at either end: the value is <c>0.Digits × 10^Point</c>.</summary>
internal readonly ref struct DecimalDigits
{
    private DecimalDigits(ReadOnlySpan<byte> digits, long point)
    {
        Digits = digits;
        Point = point;
    }

    /// <summary>Empty for zero.</summary>
    public ReadOnlySpan<byte> Digits { get; }

    public long Point { get; }

    /// <summary>
    /// Reads a JSON number. If digits beyond the size of <paramref name="buffer"/> are not all zero, the last place of the buffer holds
    /// a 1.
    /// </summary>
    public static DecimalDigits Read(ReadOnlySpan<byte> token, Span<byte> buffer)
    {
        var count = 0;
        long zeros = 0;
        long point = 0;
        var inFraction = false;
        var at = token[0] == (byte)'-' ? 1 : 0;
        for (; at < token.Length && token[at] is not ((byte)'e' or (byte)'E'); at++)
        {
            var c = token[at];
            if (c == (byte)'.')
            {
                inFraction = true;
                continue;
            }

            if (count == 0 && c == (byte)'0')
            {
                point -= inFraction ? 1 : 0;
                continue;
            }

            point += inFraction ? 0 : 1;
            if (c == (byte)'0')
            {
                zeros++;
                continue;
            }

            for (; zeros > 0 && count < buffer.Length; zeros--)
            {
                buffer[count++] = (byte)'0';
            }

            zeros = 0;
            if (count < buffer.Length)
            {
                buffer[count++] = c;
            }
            else
            {
                buffer[^1] = (byte)'1';
            }
        }

        return new(buffer[..count], point + (at < token.Length ? Exponent(token[(at + 1)..]) : 0));
    }

    // Digits beyond the twelfth cannot matter: no body is long enough to compensate for them.
    private static long Exponent(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == (byte)'-';
        long value = 0;
        foreach (var c in text[(text[0] is (byte)'+' or (byte)'-' ? 1 : 0)..])
        {
            value = Math.Min((value * 10) + (c - '0'), 1_000_000_000_000);
        }

        return negative ? -value : value;
    }
}
