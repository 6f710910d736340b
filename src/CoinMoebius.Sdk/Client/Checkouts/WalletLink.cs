using System.Globalization;
using System.Text;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.Monero;

namespace CoinMoebius.Sdk;

/// <summary>
/// A <c>monero:</c> link as a buyer's wallet takes it: to the address of the answer, and with the amount as <see cref="CoinAmount"/> has it.
/// Form: github.com/monero-project/monero/wiki/URI-Formatting.
/// </summary>
internal static class WalletLink
{
    private const string Scheme = "monero:";
    private const string AmountName = "tx_amount";

    /// <summary>True for a text that claims to be such a link.</summary>
    public static bool IsOne(string? text) => text is not null && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a link, writes its amount anew and keeps its other parameters.</summary>
    /// <param name="text">The link.</param>
    /// <param name="address">The address that takes the coins.</param>
    /// <param name="amount">The amount to send; null keeps the link's own, as a wallet can read it.</param>
    /// <exception cref="AnswerException">It is no such link, or one to somebody else.</exception>
    public static Uri Read(string? text, string address, string? amount)
    {
        if (!SafeUrls.TryParseWallet(text, out var wallet))
        {
            throw new AnswerException("holds a wallet link that is not of Monero, so it is not passed on");
        }

        var link = wallet.OriginalString;
        var query = link.AsSpan().IndexOf('?');
        var head = query < 0 ? link : link.Substring(0, query);
        if (!head.AsSpan(Scheme.Length).SequenceEqual(address.AsSpan()))
        {
            throw new AnswerException("holds a wallet link to another address than its own, so it is not passed on");
        }

        var parameters = query < 0 ? [] : link.Substring(query + 1).Split('&');
        return new(Write(address, parameters, amount), UriKind.Absolute);
    }

    private static string Write(string address, string[] parameters, string? amount)
    {
        var written = new StringBuilder(Scheme).Append(address);
        var separator = '?';
        var own = Array.FindIndex(parameters, IsAmount);
        if (own < 0 && amount is not null)
        {
            Add(AmountName + "=" + amount);
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            if (i == own)
            {
                Add(AmountName + "=" + (amount ?? Payable(parameters[i])));
            }
            else if (parameters[i].Length > 0 && !IsAmount(parameters[i]))
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

    // However it is escaped, and however often it is there.
    private static bool IsAmount(string parameter) =>
        string.Equals(Uri.UnescapeDataString(parameter.Split('=')[0]), AmountName, StringComparison.OrdinalIgnoreCase);

    private static string Payable(string parameter)
    {
        var value = parameter.Substring(parameter.AsSpan().IndexOf('=') + 1);
        return decimal.TryParse(
            value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var amount)
            ? CoinAmount.TextOf(CoinAmount.Payable(amount, MoneroAmount.Decimals))
            : throw new AnswerException("holds a wallet link whose amount is none, so it is not passed on");
    }
}
