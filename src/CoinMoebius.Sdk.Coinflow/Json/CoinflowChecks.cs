namespace CoinMoebius.Sdk.Coinflow.Json;

/// <summary>Validates requests; the messages name the property and the remedy.</summary>
internal static class CoinflowChecks
{
    public static void Require(bool condition, string property, string whatToDo)
    {
        if (!condition)
        {
            throw new ArgumentException($"{property}: {whatToDo}", property);
        }
    }

    public static void RequireText(string? value, string property) =>
        Require(!string.IsNullOrWhiteSpace(value), property, "it is empty; the API requires it.");

    public static void RequirePositive(CoinflowSubtotal? value, string property)
    {
        Require(value is not null, property, "it is missing; the API requires it.");
        Require(value!.Money is not { Cents: <= 0 } && value.TokenAmount is not <= 0, property, "the amount must be positive.");
    }

    public static void RequirePositive(CoinflowMoney? value, string property)
    {
        Require(value is not null, property, "it is missing; the API requires it.");
        Require(value!.Cents > 0, property, "the amount must be positive.");
    }

    public static void CentsOnly(CoinflowMoney? value, string property)
    {
        Require(value?.Currency is null, property, "omit Currency; the API accepts only cents here.");
        Require(value is not { Cents: < 0 }, property, "the amount must not be negative.");
    }

    public static void CentsOnly(CoinflowSubtotal? value, string property)
    {
        RequirePositive(value, property);
        Require(value!.Money is { Currency: null }, property, "set money without Currency; the API accepts only cents here.");
    }

    /// <summary>Validates a request and returns it.</summary>
    public static T Checked<T>(T? request, Action<T> check)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        check(request!);
        return request!;
    }
}
