#if !NETSTANDARD2_0
using System.Globalization;

namespace CoinMoebius.Sdk.Webhooks.Json.Canonical;

/// <summary>Rounds a decimal to the nearest double and gives the fewest digits that name that double.</summary>
/// <remarks>
/// The runtime parses as IEEE 754 wants since .NET Core 3.0, and prints so but for a few powers of two, where it gives 16 digits and
/// 17 are needed (2^-958). .NET Framework does neither, so the netstandard2.0 build uses <see cref="PortableShortestDouble"/> instead.
/// </remarks>
internal static class ShortestDouble
{
    /// <summary>The most digits a double needs.</summary>
    public const int MaxDigits = PortableShortestDouble.MaxDigits;

    /// <summary>The answer for a number beyond the largest double.</summary>
    public const int Overflow = PortableShortestDouble.Overflow;

    private const int MaxTextLength = 800;
    private const int MaxFormattedLength = 32;

    /// <summary>Rounds <c>0.digits × 10^point</c>.</summary>
    /// <returns>The number of digits in <paramref name="shortest"/>; 0 for zero, or <see cref="Overflow"/>.</returns>
    public static int Round(ReadOnlySpan<byte> digits, int point, Span<byte> shortest, out int shortestPoint)
    {
        Span<byte> text = stackalloc byte[MaxTextLength];
        digits.CopyTo(text);
        text[digits.Length] = (byte)'e';
        (point - digits.Length).TryFormat(text[(digits.Length + 1)..], out var exponentLength, default, CultureInfo.InvariantCulture);
        var value = double.Parse(text[..(digits.Length + 1 + exponentLength)], NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
        shortestPoint = 0;
        if (double.IsInfinity(value))
        {
            return Overflow;
        }

        if (value == 0)
        {
            return 0;
        }

        Span<byte> formatted = stackalloc byte[MaxFormattedLength];
        value.TryFormat(formatted, out var length, "R", CultureInfo.InvariantCulture);
        if (double.Parse(formatted[..length], NumberStyles.Float, CultureInfo.InvariantCulture) != value)
        {
            value.TryFormat(formatted, out length, "E16", CultureInfo.InvariantCulture);
        }

        var result = DecimalDigits.Read(formatted[..length], shortest);
        shortestPoint = (int)result.Point;
        return result.Digits.Length;
    }
}
#endif
