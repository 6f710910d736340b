using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives;

namespace CoinMoebius.Sdk.Client.Checkouts;

/// <summary>
/// A payment link in the form that wallets accept: to the address of the answer, with the amount of <see cref="CoinAmount"/>.
/// </summary>
internal static class WalletLink
{
    /// <summary>Reads a link, rewrites its amount and keeps its other parameters.</summary>
    /// <param name="text">The link.</param>
    /// <param name="address">The address that takes the coins.</param>
    /// <param name="amount">The amount to send; null keeps the link's own amount, in a form wallets can read.</param>
    /// <exception cref="AnswerException">The link is not one of a known coin, or its address differs.</exception>
    public static Uri Read(string? text, string address, string? amount)
    {
        if (Coin.OfLink(text) is not { } coin || !TryParse(coin, text, out _))
        {
            throw new AnswerException("holds a wallet link of a coin that this SDK does not know, so it is not passed on");
        }

        var query = text.AsSpan().IndexOf('?');
        var head = query < 0 ? text : text.Substring(0, query);
        if (!head.AsSpan(coin.LinkScheme.Length).SequenceEqual(address.AsSpan()))
        {
            throw new AnswerException("holds a wallet link to another address than its own, so it is not passed on");
        }

        var parameters = query < 0 ? [] : text.Substring(query + 1).Split('&');
        return new(Write(coin, address, parameters, amount), UriKind.Absolute);
    }

    /// <summary>Reads a link of a coin: its scheme, an address of letters and digits, and parameters.</summary>
    public static bool TryParse(Coin coin, [NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? link)
    {
        link = null;
        if (!SafeUrls.IsCleanText(text) || !coin.IsLink(text))
        {
            return false;
        }

        var query = text.AsSpan().IndexOf('?');
        var address = text.Substring(coin.LinkScheme.Length, (query < 0 ? text.Length : query) - coin.LinkScheme.Length);
        return address.Length > 0
            && address.All(static c => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))
            && Uri.TryCreate(text, UriKind.Absolute, out link);
    }

    private static string Write(Coin coin, string address, string[] parameters, string? amount)
    {
        var written = new StringBuilder(coin.LinkScheme).Append(address);
        var separator = '?';
        var own = Array.FindIndex(parameters, parameter => IsAmount(coin, parameter));
        if (own < 0 && amount is not null)
        {
            Add(coin.LinkAmount + "=" + amount);
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            if (i == own)
            {
                Add(coin.LinkAmount + "=" + (amount ?? Payable(coin, parameters[i])));
            }
            else if (parameters[i].Length > 0 && !IsAmount(coin, parameters[i]))
            {
                Add(parameters[i]);
            }
        }

        return written.ToString();

        void Add(string parameter)
        {
            written.Append(separator).Append(parameter);
            separator = '&';
        }
    }

    // The name may be escaped, and the parameter may occur several times.
    private static bool IsAmount(Coin coin, string parameter) =>
        string.Equals(Uri.UnescapeDataString(parameter.Split('=')[0]), coin.LinkAmount, StringComparison.OrdinalIgnoreCase);

    private static string Payable(Coin coin, string parameter)
    {
        var value = parameter.Substring(parameter.AsSpan().IndexOf('=') + 1);
        return decimal.TryParse(
            value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var amount)
            ? CoinAmount.TextOf(CoinAmount.Payable(amount, coin.Decimals))
            : throw new AnswerException("holds a wallet link with an invalid amount, so it is not passed on");
    }
}
