namespace CoinMoebius.Sdk.Providers.NowPayments.Json;

/// <summary>Checks arguments before a call.</summary>
internal static class NowPaymentsChecks
{
    /// <exception cref="ArgumentOutOfRangeException">The amount is zero or less.</exception>
    public static void Positive(decimal amount, string name)
    {
        if (amount <= 0)
        {
            throw new ArgumentOutOfRangeException(name, "The amount must be above zero, in major units of its currency.");
        }
    }

    /// <summary>Returns the code in the API's form, ready for a query.</summary>
    /// <exception cref="ArgumentException">The text is not a code.</exception>
    public static string Currency(string? code, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code, name);
        return code!.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            ? code!.ToLowerInvariant()
            : throw new ArgumentException("A currency must consist of letters and digits, such as usd, btc or usdttrc20.", name);
    }
}
