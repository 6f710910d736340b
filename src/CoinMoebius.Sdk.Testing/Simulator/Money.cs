using System.Globalization;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Validates and formats amounts that a provider can charge.</summary>
internal static class Money
{
    private const decimal Largest = 1_000_000_000m;

    public static bool IsValid(decimal amount, string currency) =>
        IsCurrency(currency) && amount is > 0 and <= Largest && decimal.Round(amount, CurrencyUnits.GetExponent(currency)) == amount;

    public static bool IsCurrency(string currency) => currency.Length is >= 3 and <= 10 && currency.All(char.IsAsciiLetterOrDigit);

    public static string Text(decimal amount, string currency)
    {
        var exponent = CurrencyUnits.GetExponent(currency).ToString(CultureInfo.InvariantCulture);
        return amount.ToString("N" + exponent, CultureInfo.InvariantCulture) + " " + currency;
    }

    public static bool TryParse(string? text, out decimal amount) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
}
