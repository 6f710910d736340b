using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Client.Checkouts;

/// <summary>
/// The amount that a buyer has to send. It is computed from the coin's smallest units if an answer has them: its other number went
/// through JavaScript, and wallets reject digits such as <c>0.12493749999999999</c> or <c>6.25e-8</c>.
/// </summary>
/// <param name="Value">The amount in whole coins; null when the answer has none.</param>
/// <param name="Text">The same as text for a person or a wallet; null when the answer has none.</param>
/// <param name="Atomic">The amount in smallest units; null when the answer has none.</param>
/// <param name="Decimals">The decimals of the coin; null when unknown.</param>
internal readonly record struct CoinAmount(decimal? Value, string? Text, decimal? Atomic, int? Decimals)
{
    private const int MostDecimals = 28;
    private const string Plain = "0.############################";

    /// <exception cref="AnswerException">The amount cannot be paid.</exception>
    /// <param name="answer">The answer to a checkout.</param>
    /// <param name="coin">The coin; null when unknown.</param>
    public static CoinAmount Of(JsonElement answer, Coin? coin)
    {
        var decimals = coin is not null ? coin.Decimals
            : answer.At("decimalPoint").Whole() is >= 0 and <= MostDecimals and var stated ? (int)stated
            : (int?)null;
        var atomic = AtomicOf(answer.At("atomicAmount"), coin);
        if (atomic is { } units && decimals is { } scale)
        {
            var exact = units / PowerOfTen(scale);
            return new(exact, TextOf(exact), atomic, decimals);
        }

        var written = FirstOf(answer, coin?.AmountMember, "assetAmount", "amount");
        if (written.Decimal() is not { } value)
        {
            return new(null, null, atomic, decimals);
        }

        if (decimals is { } most)
        {
            var payable = Payable(value, most);
            if (coin is not null && payable > coin.MaxUnits / PowerOfTen(most))
            {
                throw Unpayable();
            }

            return new(payable, TextOf(payable), atomic, decimals);
        }

        // For an unknown coin, keep the digits as received.
        var isPlain = written.TextOrNumber() is { } text && text.All(static c => c is (>= '0' and <= '9') or '.');
        return new(value, isPlain ? written.TextOrNumber() : TextOf(value), atomic, decimals);
    }

    /// <summary>Rounds up to the coin's smallest unit.</summary>
    /// <exception cref="AnswerException">The amount is not positive.</exception>
    public static decimal Payable(decimal amount, int decimals)
    {
        var rounded = decimal.Round(amount, decimals);
        if (rounded < amount)
        {
            rounded += 1 / PowerOfTen(decimals);
        }

        return rounded > 0 ? rounded : throw Unpayable();
    }

    /// <summary>Writes the amount without an exponent and trailing zeros, in the invariant culture.</summary>
    public static string TextOf(decimal amount) => amount.ToString(Plain, CultureInfo.InvariantCulture);

    private static decimal? AtomicOf(JsonElement atomic, Coin? coin)
    {
        if (!atomic.Exists())
        {
            return null;
        }

        var isWhole = atomic.TextOrNumber() is { } digits && digits.All(static c => c is >= '0' and <= '9');
        return isWhole && atomic.Decimal() is > 0 and var units && (coin is null || units <= coin.MaxUnits) ? units : throw Unpayable();
    }

    private static JsonElement FirstOf(JsonElement answer, string? first, string second, string third) =>
        first is not null && answer.At(first).Exists() ? answer.At(first) : answer.At(second).Exists() ? answer.At(second) : answer.At(third);

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }

    private static AnswerException Unpayable() => new("asks for an amount that nobody can pay, so it is not passed on");
}
