namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>
/// Rounds a decimal to the nearest double, ties to even, with the same result on every runtime and without allocations. The first 19
/// digits times the first 128 bits of the power of ten bound the number from both sides; if the bounds round to two doubles, whole
/// numbers decide.
/// </summary>
/// <param name="Mantissa">Below 2^53; zero for zero.</param>
/// <param name="Exponent">The double is <c>Mantissa × 2^Exponent</c>.</param>
internal readonly record struct NearestDouble(ulong Mantissa, int Exponent)
{
    public const int LeastExponent = -1074;

    /// <summary>The mantissa of the smallest double of an exponent, except at <see cref="LeastExponent"/>.</summary>
    public const ulong LeastMantissa = 1UL << (MantissaBits - 1);

    private const int MantissaBits = 53;
    private const int GreatestExponent = 971;
    private const int MaxHeadDigits = 19;

    // The largest decimals here have 780 digits; the smallest exponent is that of half the smallest double.
    private const int MaxLimbs = 192;

    /// <summary>True beyond the largest double.</summary>
    public bool IsInfinite => Exponent > GreatestExponent;

    /// <summary>Rounds <c>0.digits × 10^point</c>; the digits must not begin with zero, and the number must not be far beyond the doubles.</summary>
    public static NearestDouble Round(ReadOnlySpan<byte> digits, int point)
    {
        var count = Math.Min(digits.Length, MaxHeadDigits);
        ulong head = 0;
        foreach (var digit in digits[..count])
        {
            head = (head * 10) + (ulong)(digit - '0');
        }

        var power = point - count;
        var shift = LeadingZeros(head);
        var (high, low) = (PowersOfTen.High(power), PowersOfTen.Low(power));
        var scale = PowersOfTen.FloorLog2(power) - 127 - shift;
        head <<= shift;
        var least = WideProduct.Of(head, high, low);
        var lower = Round(least, scale);
        if (digits.Length == count)
        {
            if (PowersOfTen.IsExact(power))
            {
                return lower;
            }

            // An upper bound: the truncated power plus one unit in the last bit.
            return Decide(lower, Round(least.Plus(head), scale), digits, point);
        }

        var next = head + (1UL << shift);
        return next < head
            ? Decide(lower, Next(lower), digits, point)
            : Decide(lower, Round(WideProduct.Of(next, high, low).Plus(next), scale), digits, point);
    }

    private static NearestDouble Decide(NearestDouble lower, NearestDouble upper, ReadOnlySpan<byte> digits, int point)
    {
        if (lower == upper)
        {
            return lower;
        }

        Span<uint> left = stackalloc uint[MaxLimbs];
        Span<uint> right = stackalloc uint[MaxLimbs];
        var power = point - digits.Length;
        var number = new WholeNumber(left);
        number.AddDigits(digits);
        number.MultiplyByPowerOfFive(Math.Max(power, 0));
        var middle = new WholeNumber(right);
        middle.Add(((2 * lower.Mantissa) | 1));
        middle.MultiplyByPowerOfFive(Math.Max(-power, 0));
        var twos = power - (lower.Exponent - 1);
        number.ShiftLeft(Math.Max(twos, 0));
        middle.ShiftLeft(Math.Max(-twos, 0));
        var order = WholeNumber.Compare(number, middle);
        return order < 0 || (order == 0 && lower.Mantissa % 2 == 0) ? lower : upper;
    }

    /// <summary>Rounds <c>product × 2^scale</c>.</summary>
    private static NearestDouble Round(in WideProduct product, int scale)
    {
        var exponent = Math.Max(scale + 192 - LeadingZeros(product.High) - MantissaBits, LeastExponent);
        var dropped = exponent - scale - 128;
        if (dropped > 64)
        {
            return new(0, LeastExponent);
        }

        var mantissa = dropped == 64 ? 0 : product.High >> dropped;
        var half = 1UL << (dropped - 1);
        var isPastHalf = (product.High & (half - 1)) != 0 || product.Middle != 0 || product.Low != 0;
        if ((product.High & half) != 0 && (isPastHalf || mantissa % 2 != 0))
        {
            mantissa++;
        }

        return Normalise(mantissa, exponent);
    }

    private static NearestDouble Next(NearestDouble number) => Normalise(number.Mantissa + 1, number.Exponent);

    private static NearestDouble Normalise(ulong mantissa, int exponent) =>
        mantissa == 1UL << MantissaBits ? new(LeastMantissa, exponent + 1) : new(mantissa, exponent);

    private static int LeadingZeros(ulong number)
    {
#if NETSTANDARD2_0
        var count = 0;
        for (var step = 32; step > 0; step >>= 1)
        {
            if (number >> (64 - step) == 0)
            {
                count += step;
                number <<= step;
            }
        }

        return count;
#else
        return System.Numerics.BitOperations.LeadingZeroCount(number);
#endif
    }
}
