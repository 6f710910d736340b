namespace CoinMoebius.Sdk.Events;

/// <summary>Converts between minor and major units with the exponents of ISO 4217.</summary>
public static class CurrencyUnits
{
    /// <summary>Returns the number of decimals of a currency: 0 for JPY, 3 for KWD, 2 for most and for every unknown code.</summary>
    /// <param name="currency">An ISO 4217 code in any case.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public static int GetExponent(string currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return Upper(currency) switch
        {
            "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI"
                or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
            "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
            "CLF" or "UYW" => 4,
            _ => 2,
        };
    }

    /// <summary>Converts minor units to major units: 1999 with exponent 2 is 19.99. The result keeps the exponent as its scale.</summary>
    /// <param name="minorUnits">The amount in the smallest unit.</param>
    /// <param name="exponent">The decimals of the currency, 0 to 28.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exponent"/> is outside 0 to 28.</exception>
    public static decimal ToMajor(long minorUnits, int exponent)
    {
        if (exponent is < 0 or > 28)
        {
            throw new ArgumentOutOfRangeException(nameof(exponent), exponent, "The exponent must be between 0 and 28.");
        }

        var magnitude = minorUnits < 0 ? 0UL - (ulong)minorUnits : (ulong)minorUnits;
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, minorUnits < 0, (byte)exponent);
    }

    /// <summary>Converts minor units of a currency to major units with its ISO 4217 exponent.</summary>
    /// <param name="minorUnits">The amount in the smallest unit.</param>
    /// <param name="currency">An ISO 4217 code in any case.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public static decimal ToMajor(long minorUnits, string currency) => ToMajor(minorUnits, GetExponent(currency));

    // Stripe sends codes in lower case; upper-case codes must not allocate.
    internal static string Upper(string currency)
    {
        foreach (var c in currency)
        {
            if (c is < 'A' or > 'Z' and not (>= '0' and <= '9'))
            {
                return currency.ToUpperInvariant();
            }
        }

        return currency;
    }
}
