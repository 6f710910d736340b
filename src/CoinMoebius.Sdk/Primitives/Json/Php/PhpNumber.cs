using CoinMoebius.Sdk.Primitives.Json.Canonical;

namespace CoinMoebius.Sdk.Primitives.Json.Php;

/// <summary>
/// Numbers as 64-bit PHP reads and prints them: without point and exponent a whole number if it fits, a double otherwise.
/// Sources: github.com/php/php-src, ext/json/json_scanner.re and Zend/zend_gcvt.
/// </summary>
internal static class PhpNumber
{
    // Numbers with up to this many digits need no rounding.
    private const int ExactDigits = 15;

    private static ReadOnlySpan<byte> SmallestWhole => "9223372036854775808"u8;

    /// <summary>True when PHP prints it unchanged; false when unknown.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> token)
    {
        var point = token.IndexOf((byte)'.');
        if (point < 0)
        {
            return IsWhole(token) && !token.SequenceEqual("-0"u8);
        }

        var sign = token[0] == (byte)'-' ? 1 : 0;
        var zeros = point == sign + 1 && token[sign] == (byte)'0' ? LeadingZeros(token[(point + 1)..]) : 0;
        return token.Length - sign - 1 <= ExactDigits
            && token.IndexOfAny((byte)'e', (byte)'E') < 0
            && token[^1] != (byte)'0'
            && zeros <= DoubleLayout.Php.MostZeros;
    }

    /// <summary>Writes a number.</summary>
    public static void Write(TextBuffer output, ReadOnlySpan<byte> token)
    {
        if (IsWhole(token))
        {
            output.Append(token.SequenceEqual("-0"u8) ? "0"u8 : token);
        }
        else
        {
            JsonNumber.Write(output, token, DoubleLayout.Php);
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> token)
    {
        if (token.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0)
        {
            return false;
        }

        var isNegative = token[0] == (byte)'-';
        var digits = isNegative ? token[1..] : token;
        if (digits.Length != SmallestWhole.Length)
        {
            return digits.Length < SmallestWhole.Length;
        }

        var order = digits.SequenceCompareTo(SmallestWhole);
        return order < 0 || (order == 0 && isNegative);
    }

    private static int LeadingZeros(ReadOnlySpan<byte> digits)
    {
        var count = 0;
        while (count < digits.Length && digits[count] == (byte)'0')
        {
            count++;
        }

        return count;
    }
}
