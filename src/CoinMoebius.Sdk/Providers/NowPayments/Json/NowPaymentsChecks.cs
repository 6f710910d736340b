namespace CoinMoebius.Sdk.Providers.NowPayments.Json;

/// <summary>What is checked before it is sent.</summary>
internal static class NowPaymentsChecks
{
    /// <exception cref="ArgumentOutOfRangeException">It is zero or less.</exception>
    public static void Positive(decimal amount, string name)
    {
        if (amount <= 0)
        {
            throw new ArgumentOutOfRangeException(name, "The amount must be above zero, in major units of its currency.");
        }
    }

    /// <summary>The code as the API writes it, ready for a query.</summary>
    /// <exception cref="ArgumentException">It is no code.</exception>
    public static string Currency(string? code, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code, name);
        return code!.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            ? code!.ToLowerInvariant()
            : throw new ArgumentException("A currency is letters and digits, such as usd, btc or usdttrc20.", name);
    }
}
