using System.Numerics;

namespace CoinMoebius.Sdk.Providers.Monero.Json;

/// <summary>Converts a part of the coins to the currency of the invoice.</summary>
internal static class InvoiceShare
{
    private const int Decimals = 12;

    private static readonly BigInteger Shift = BigInteger.Pow(10, Decimals);
    private static readonly BigInteger Largest = new(decimal.MaxValue);

    /// <summary>
    /// Returns <c>invoice × received / expected</c>, computed in whole numbers and rounded down once, to 12 decimals or to as many as fit
    /// into a decimal beside the whole part.
    /// </summary>
    /// <returns>The share without trailing zeros; null for an expected amount of zero, a negative invoice, or a result beyond a decimal.</returns>
    public static decimal? Of(decimal invoice, MoneroAmount received, MoneroAmount expected)
    {
        if (expected.AtomicUnits == 0 || invoice < 0)
        {
            return null;
        }

        var (digits, scale) = Split(invoice);
        var share = digits * received.AtomicUnits * Shift / (BigInteger.Pow(10, scale) * expected.AtomicUnits);
        var decimals = Decimals;
        while (decimals > 0 && (share > Largest || share % 10 == 0))
        {
            share /= 10;
            decimals--;
        }

        return share > Largest ? null : WithScale((decimal)share, decimals);
    }

    private static (BigInteger Digits, int Scale) Split(decimal value)
    {
        var bits = decimal.GetBits(value);
        return (new(new decimal(bits[0], bits[1], bits[2], false, 0)), (bits[3] >> 16) & 0xFF);
    }

    private static decimal WithScale(decimal digits, int scale)
    {
        var bits = decimal.GetBits(digits);
        return new(bits[0], bits[1], bits[2], false, (byte)scale);
    }
}
