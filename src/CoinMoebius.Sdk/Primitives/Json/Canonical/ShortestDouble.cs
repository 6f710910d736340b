namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>
/// Rounds a decimal to the nearest double and returns the fewest digits that identify it; if there are several such numbers, the nearest.
/// It implements Raffaello Giulietti's algorithm, "The Schubfach way to render doubles" (2021), because the runtimes differ: .NET
/// Framework rounds wrongly, and .NET prints a few powers of two wrongly.
/// </summary>
internal static class ShortestDouble
{
    /// <summary>The maximum number of digits of a double.</summary>
    public const int MaxDigits = 17;

    /// <summary>The result for a number beyond the largest double.</summary>
    public const int Overflow = -1;

    /// <summary>Rounds <c>0.digits × 10^point</c>.</summary>
    /// <returns>The number of digits in <paramref name="shortest"/>; 0 for zero, or <see cref="Overflow"/>.</returns>
    public static int Round(ReadOnlySpan<byte> digits, int point, Span<byte> shortest, out int shortestPoint)
    {
        shortestPoint = 0;
        var number = NearestDouble.Round(digits, point);
        if (number.Mantissa == 0)
        {
            return 0;
        }

        return number.IsInfinite ? Overflow : Write(ToDecimal(number, out var power), power, shortest, out shortestPoint);
    }

    /// <summary>Returns the whole number that, times <c>10^power</c>, has the fewest digits for a double, apart from trailing zeros.</summary>
    private static ulong ToDecimal(NearestDouble number, out int power)
    {
        var (mantissa, exponent) = (number.Mantissa, number.Exponent);

        // Below a power of two, the next double is closer than above it.
        var isPowerOfTwo = mantissa == NearestDouble.LeastMantissa && exponent > NearestDouble.LeastExponent;
        power = ((exponent * 1262611) - (isPowerOfTwo ? 524031 : 0)) >> 22;
        var shift = exponent + PowersOfTen.FloorLog2(-power) + 1;
        var scaled = Scale((4 * mantissa) << shift, -power);
        var lower = Scale(((4 * mantissa) - (isPowerOfTwo ? 1u : 2u)) << shift, -power) + (mantissa % 2);
        var upper = Scale(((4 * mantissa) + 2) << shift, -power) - (mantissa % 2);

        var whole = scaled / 4;
        if (whole >= 10)
        {
            var tenth = whole / 10;
            var isLower = lower <= 40 * tenth;
            var isUpper = (40 * tenth) + 40 <= upper;
            if (isLower != isUpper)
            {
                power++;
                return isUpper ? tenth + 1 : tenth;
            }
        }

        var isWhole = lower <= 4 * whole;
        var isNext = (4 * whole) + 4 <= upper;
        var middle = (4 * whole) + 2;
        var isNearerToNext = scaled > middle || (scaled == middle && whole % 2 != 0);
        return (isWhole != isNext ? isNext : isNearerToNext) ? whole + 1 : whole;
    }

    /// <summary>Multiplies by a power of ten and truncates to the first bits; the last bit is set when the rest is not zero.</summary>
    private static ulong Scale(ulong number, int power)
    {
        var (high, low) = (PowersOfTen.High(power), PowersOfTen.Low(power));
        if (!PowersOfTen.IsExact(power))
        {
            low++;
            high += low == 0 ? 1UL : 0UL;
        }

        var product = WideProduct.Of(number, high, low);
        return product.High | (product.Middle > 1 ? 1UL : 0UL);
    }

    private static int Write(ulong whole, int power, Span<byte> shortest, out int point)
    {
        while (whole % 10 == 0)
        {
            whole /= 10;
            power++;
        }

        Span<byte> digits = stackalloc byte[MaxDigits + 3];
        var at = digits.Length;
        for (; whole > 0; whole /= 10)
        {
            digits[--at] = (byte)('0' + (whole % 10));
        }

        digits[at..].CopyTo(shortest);
        point = digits.Length - at + power;
        return digits.Length - at;
    }
}
