namespace CoinMoebius.Sdk.MoneyButton.Json;

/// <summary>Compares two lists of the same outputs.</summary>
internal static class OutputLists
{
    /// <summary>Returns true when both lists pay the same recipients the same amounts, in the same order.</summary>
    public static bool Agree(IReadOnlyList<MoneyButtonOutput> first, IReadOnlyList<MoneyButtonOutput> second) =>
        first.Count == second.Count && first.Zip(second, Agree).All(same => same);

    private static bool Agree(MoneyButtonOutput first, MoneyButtonOutput second) =>
        (first.To, first.UserId, first.Address, first.Script, first.UserPaymail) == (second.To, second.UserId, second.Address, second.Script, second.UserPaymail)
        && (first.Amount, first.Currency, first.Satoshis) == (second.Amount, second.Currency, second.Satoshis);
}
