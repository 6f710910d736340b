using System.Numerics;

namespace CoinMoebius.Sdk.Webhooks.Json.Canonical;

/// <summary>
/// Rounds a decimal to the nearest double and gives the fewest digits that name that double, with whole numbers only: exact on every
/// runtime, and slow. Steele and White's algorithm, "How to Print Floating-Point Numbers Accurately" (1990).
/// </summary>
internal static class PortableShortestDouble
{
    /// <summary>The most digits a double needs.</summary>
    public const int MaxDigits = 17;

    /// <summary>The answer for a number beyond the largest double.</summary>
    public const int Overflow = -1;

    private const int MantissaBits = 53;
    private const int LeastExponent = -1074;
    private const int GreatestExponent = 971;

    /// <summary>Rounds <c>0.digits × 10^point</c>.</summary>
    /// <returns>The number of digits in <paramref name="shortest"/>; 0 for zero, or <see cref="Overflow"/>.</returns>
    public static int Round(ReadOnlySpan<byte> digits, int point, Span<byte> shortest, out int shortestPoint)
    {
        shortestPoint = 0;
        var (mantissa, exponent) = ToDouble(digits, point);
        if (mantissa.IsZero)
        {
            return 0;
        }

        return exponent > GreatestExponent ? Overflow : Print(mantissa, exponent, shortest, out shortestPoint);
    }

    /// <summary>The nearest <c>mantissa × 2^exponent</c>, ties to the even mantissa.</summary>
    private static (BigInteger Mantissa, int Exponent) ToDouble(ReadOnlySpan<byte> digits, int point)
    {
        var numerator = BigInteger.Zero;
        foreach (var digit in digits)
        {
            numerator = (numerator * 10) + (digit - '0');
        }

        var scale = point - digits.Length;
        var denominator = BigInteger.Pow(10, Math.Max(-scale, 0));
        numerator *= BigInteger.Pow(10, Math.Max(scale, 0));

        var exponent = Math.Max(BitLength(numerator) - BitLength(denominator) - MantissaBits, LeastExponent);
        var limit = BigInteger.One << MantissaBits;
        var mantissa = Divide(numerator, denominator, exponent);
        while (mantissa >= limit)
        {
            mantissa = Divide(numerator, denominator, ++exponent);
        }

        return (mantissa, exponent);
    }

    private static BigInteger Divide(BigInteger numerator, BigInteger denominator, int exponent)
    {
        var divisor = denominator << Math.Max(exponent, 0);
        var quotient = BigInteger.DivRem(numerator << Math.Max(-exponent, 0), divisor, out var remainder);
        var half = (remainder << 1).CompareTo(divisor);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    private static int Print(BigInteger mantissa, int exponent, Span<byte> shortest, out int point)
    {
        // value = rest / scale; anything nearer than low below or high above it rounds to it too.
        var isNarrow = exponent > LeastExponent && mantissa == BigInteger.One << (MantissaBits - 1);
        var shift = isNarrow ? 2 : 1;
        var rest = mantissa << (Math.Max(exponent, 0) + shift);
        var scale = BigInteger.One << (Math.Max(-exponent, 0) + shift);
        var low = BigInteger.One << Math.Max(exponent, 0);
        var high = isNarrow ? low << 1 : low;
        var edgeCounts = mantissa.IsEven;

        point = (int)Math.Ceiling(((BitLength(mantissa) + exponent - 1) * 0.30102999566398120) - 1e-10);
        if (point >= 0)
        {
            scale *= BigInteger.Pow(10, point);
        }
        else
        {
            var factor = BigInteger.Pow(10, -point);
            rest *= factor;
            low *= factor;
            high *= factor;
        }

        // The estimate may be one too small.
        var reach = (rest + high).CompareTo(scale);
        if (reach > 0 || (reach == 0 && edgeCounts))
        {
            point++;
        }
        else
        {
            rest *= 10;
            low *= 10;
            high *= 10;
        }

        for (var count = 0; ; count++)
        {
            var digit = (int)BigInteger.DivRem(rest, scale, out rest);
            var toLow = rest.CompareTo(low);
            var toHigh = (rest + high).CompareTo(scale);
            var isLow = toLow < 0 || (toLow == 0 && edgeCounts);
            var isHigh = toHigh > 0 || (toHigh == 0 && edgeCounts);
            if (isLow || isHigh)
            {
                digit += isHigh && (!isLow || IsNearerToNext(digit, rest << 1, scale)) ? 1 : 0;
                shortest[count] = (byte)('0' + digit);
                return count + 1;
            }

            shortest[count] = (byte)('0' + digit);
            rest *= 10;
            low *= 10;
            high *= 10;
        }
    }

    // Of two candidates the nearer one, in a tie the even one.
    private static bool IsNearerToNext(int digit, BigInteger twiceRest, BigInteger scale) =>
        twiceRest.CompareTo(scale) is var side && (side > 0 || (side == 0 && digit % 2 != 0));

    private static int BitLength(BigInteger value)
    {
        var bytes = value.ToByteArray();
        var bits = (bytes.Length - 1) * 8;
        for (var top = bytes[^1]; top != 0; top >>= 1)
        {
            bits++;
        }

        return bits;
    }
}
