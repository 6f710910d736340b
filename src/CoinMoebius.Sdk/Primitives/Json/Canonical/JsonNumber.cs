namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>Converts any JSON number to the shortest digits of its double.</summary>
internal static class JsonNumber
{
    // Every decimal of up to 15 significant digits survives the conversion to a double and back (DBL_DIG), so its digits are already the
    // shortest ones. This holds for normal doubles; the limit on the exponent keeps well away from the others.
    private const int ExactDigits = 15;
    private const int ExactExponent = 290;
    private const int ExactExponentDigits = 2;

    // No double is above 1.8e308, and none below 2.4e-324 rounds up.
    private const int MaxExponent = 310;
    private const int MinExponent = -330;

    // The exact midpoint of two doubles has at most 767 digits; for further digits it only matters whether they are zero.
    private const int MaxDigits = 780;

    /// <summary>Returns the length of the JSON number at the start of <paramref name="text"/>; 0 when there is none.</summary>
    /// <param name="text">The text from the number on.</param>
    /// <param name="isCanonical">True when <see cref="DoubleLayout.EcmaScript"/> prints it unchanged; false when unknown.</param>
    /// <param name="isExact">True when its digits survive a double, so that no rounding is needed; false when unknown.</param>
    public static int Scan(ReadOnlySpan<byte> text, out bool isCanonical, out bool isExact)
    {
        isCanonical = isExact = false;
        var at = text.Length > 0 && text[0] == (byte)'-' ? 1 : 0;
        var negative = at == 1;
        var whole = CountDigits(text[at..]);
        if (whole == 0 || (whole > 1 && text[at] == (byte)'0'))
        {
            return 0;
        }

        var isZero = text[at] == (byte)'0';
        var digits = whole;
        isExact = digits <= ExactDigits;
        at += whole;
        if (at == text.Length || text[at] is not ((byte)'.' or (byte)'e' or (byte)'E'))
        {
            isCanonical = whole <= ExactDigits && !(negative && isZero);
            return at;
        }

        if (text[at] == (byte)'.')
        {
            at++;
            var fraction = CountDigits(text[at..]);
            if (fraction == 0)
            {
                return 0;
            }

            digits += fraction;
            isExact = digits <= ExactDigits;
            isCanonical = isExact
                && text[at + fraction - 1] != (byte)'0'
                && (!isZero || text.Slice(at, Math.Min(fraction, DoubleLayout.EcmaScript.MostZeros + 1)).HasNonZero());
            at += fraction;
        }

        if (at < text.Length && text[at] is (byte)'e' or (byte)'E')
        {
            isCanonical = false;
            at++;
            if (at < text.Length && text[at] is (byte)'+' or (byte)'-')
            {
                at++;
            }

            var exponent = CountDigits(text[at..]);
            isExact &= exponent <= ExactExponentDigits;
            return exponent == 0 ? 0 : at + exponent;
        }

        return at;
    }

    /// <summary>Writes a number.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="token">A number that <see cref="Scan"/> accepted.</param>
    /// <param name="layout">The layout of the digits.</param>
    public static void Write(TextBuffer output, ReadOnlySpan<byte> token, in DoubleLayout layout)
    {
        Span<byte> buffer = stackalloc byte[MaxDigits + 1];
        var number = DecimalDigits.Read(token, buffer);
        var negative = token[0] == (byte)'-';
        if (number.Digits.IsEmpty || number.Point < MinExponent)
        {
            WriteZero(output, negative, layout);
            return;
        }

        if (number.Digits.Length <= ExactDigits && number.Point is >= -ExactExponent and <= ExactExponent)
        {
            WriteDigits(output, negative, number.Digits, (int)number.Point, layout);
            return;
        }

        Span<byte> shortest = stackalloc byte[ShortestDouble.MaxDigits];
        var point = 0;
        var count = number.Point > MaxExponent ? ShortestDouble.Overflow : ShortestDouble.Round(number.Digits, (int)number.Point, shortest, out point);
        switch (count)
        {
            case ShortestDouble.Overflow:
                output.Append(layout.HasInfinity ? "null"u8 : token);
                break;
            case 0:
                WriteZero(output, negative, layout);
                break;
            default:
                WriteDigits(output, negative, shortest[..count], point, layout);
                break;
        }
    }

    private static void WriteZero(TextBuffer output, bool negative, in DoubleLayout layout) =>
        output.Append(negative && layout.SignsZero ? "-0"u8 : "0"u8);

    private static void WriteDigits(TextBuffer output, bool negative, ReadOnlySpan<byte> digits, int point, in DoubleLayout layout)
    {
        if (negative)
        {
            output.Append((byte)'-');
        }

        if (point > 0 && point <= layout.MostWholeDigits)
        {
            if (digits.Length <= point)
            {
                output.Append(digits);
                output.AppendZeros(point - digits.Length);
            }
            else
            {
                output.Append(digits[..point]);
                output.Append((byte)'.');
                output.Append(digits[point..]);
            }
        }
        else if (point <= 0 && -point <= layout.MostZeros)
        {
            output.Append((byte)'0');
            output.Append((byte)'.');
            output.AppendZeros(-point);
            output.Append(digits);
        }
        else
        {
            output.Append(digits[0]);
            if (digits.Length > 1)
            {
                output.Append((byte)'.');
                output.Append(digits[1..]);
            }
            else if (layout.AlwaysHasPoint)
            {
                output.Append(".0"u8);
            }

            output.Append((byte)'e');
            output.Append(point > 0 ? (byte)'+' : (byte)'-');
            output.AppendDigits(Math.Abs(point - 1));
        }
    }

    private static int CountDigits(ReadOnlySpan<byte> text)
    {
        var count = 0;
        while (count < text.Length && text[count] is >= (byte)'0' and <= (byte)'9')
        {
            count++;
        }

        return count;
    }

    private static bool HasNonZero(this ReadOnlySpan<byte> digits)
    {
        foreach (var digit in digits)
        {
            if (digit != (byte)'0')
            {
                return true;
            }
        }

        return false;
    }
}
