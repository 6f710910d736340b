using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Client.Checkouts;

/// <summary>
/// The amount that a buyer is told to send. It is made of the coin's smallest units wherever an answer has them: its other number went
/// through JavaScript, whose digits no wallet takes (<c>0.12493749999999999</c>, <c>6.25e-8</c>).
/// </summary>
/// <param name="Value">In whole coins; null when the answer does not say.</param>
/// <param name="Text">The same for a person or a wallet; null when the answer does not say.</param>
/// <param name="Atomic">In smallest units, where the answer says so.</param>
/// <param name="Decimals">The decimals of the coin; null when unknown.</param>
internal readonly record struct CoinAmount(decimal? Value, string? Text, decimal? Atomic, int? Decimals)
{
    private const int MostDecimals = 28;
    private const string Plain = "0.############################";

    /// <exception cref="AnswerException">What is there is no amount that somebody could pay.</exception>
    /// <param name="answer">The answer to a checkout.</param>
    /// <param name="coin">The coin; null when it is none that is known.</param>
    public static CoinAmount Of(JsonElement answer, Coin? coin)
    {
        var decimals = coin is not null ? coin.Decimals
            : answer.At("decimalPoint").Whole() is >= 0 and <= MostDecimals and var told ? (int)told
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

        // Of a coin that is not known, the digits stay as they came.
        var isPlain = written.TextOrNumber() is { } text && text.All(static c => c is (>= '0' and <= '9') or '.');
        return new(value, isPlain ? written.TextOrNumber() : TextOf(value), atomic, decimals);
    }

    /// <summary>The smallest amount that the coin can carry and that is not less than this one.</summary>
    /// <exception cref="AnswerException">It asks for nothing.</exception>
    public static decimal Payable(decimal amount, int decimals)
    {
        var rounded = decimal.Round(amount, decimals);
        if (rounded < amount)
        {
            rounded += 1 / PowerOfTen(decimals);
        }

        return rounded > 0 ? rounded : throw Unpayable();
    }

    /// <summary>Neither an exponent nor trailing zeros, whatever the culture.</summary>
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
