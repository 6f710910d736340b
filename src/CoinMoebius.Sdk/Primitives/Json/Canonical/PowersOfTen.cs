using System.Numerics;

namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>The first 128 bits of the powers of ten that doubles need: <c>10^n = (High × 2^64 + Low + rest) × 2^(FloorLog2(n) − 127)</c>.</summary>
internal static class PowersOfTen
{
    /// <summary>The smallest power needed: 19 digits after the smallest double.</summary>
    public const int Min = -360;

    /// <summary>The greatest power needed: it makes the smallest double a whole number.</summary>
    public const int Max = 330;

    // 5^55 is the last one below 2^128.
    private const int LastExact = 55;

    private static readonly ulong[] Halves = Compute();

    public static ulong High(int power) => Halves[2 * (power - Min)];

    public static ulong Low(int power) => Halves[(2 * (power - Min)) + 1];

    /// <summary>True when the 128 bits hold the whole power.</summary>
    public static bool IsExact(int power) => power is >= 0 and <= LastExact;

    /// <summary>Returns the position of the first bit of <c>10^power</c>.</summary>
    public static int FloorLog2(int power) => (power * 1741647) >> 19;

    private static ulong[] Compute()
    {
        var halves = new ulong[2 * (Max - Min + 1)];
        for (var power = Min; power <= Max; power++)
        {
            var ten = BigInteger.Pow(10, Math.Abs(power));
            var shift = 127 - FloorLog2(power);
            var bits = power < 0 ? (BigInteger.One << shift) / ten
                : shift >= 0 ? ten << shift
                : ten >> -shift;
            halves[2 * (power - Min)] = (ulong)(bits >> 64);
            halves[(2 * (power - Min)) + 1] = (ulong)(bits & ulong.MaxValue);
        }

        return halves;
    }
}
