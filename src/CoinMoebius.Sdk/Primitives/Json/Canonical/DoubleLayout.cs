namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>How a language writes the shortest digits of a double.</summary>
/// <param name="MostWholeDigits">The maximum number of digits before the point without an exponent.</param>
/// <param name="MostZeros">The maximum number of zeros between the point and the first digit without an exponent.</param>
internal readonly record struct DoubleLayout(int MostWholeDigits, int MostZeros)
{
    /// <summary>Number::toString, with <c>null</c> for a double that overflows (ECMA-262, 6.1.6.1.20).</summary>
    public static readonly DoubleLayout EcmaScript = new(21, 5) { HasInfinity = true };

    /// <summary>
    /// PHP with <c>serialize_precision</c> -1, the default since 7.1. PHP cannot encode a double that overflows.
    /// </summary>
    public static readonly DoubleLayout Php = new(17, 3) { SignsZero = true, AlwaysHasPoint = true };

    /// <summary>True to write <c>1.0e+25</c>, false for <c>1e+25</c>.</summary>
    public bool AlwaysHasPoint { get; init; }

    /// <summary>True to write <c>-0</c>.</summary>
    public bool SignsZero { get; init; }

    /// <summary>True to write <c>null</c> for an overflow; otherwise the writer copies the number unchanged.</summary>
    public bool HasInfinity { get; init; }
}
