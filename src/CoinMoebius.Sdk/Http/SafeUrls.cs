using System.Diagnostics.CodeAnalysis;

namespace CoinMoebius.Sdk.Http;

/// <summary>Which addresses may be called or handed to a browser, and how ids get into a path.</summary>
internal static class SafeUrls
{
    private const int MaxLength = 8 * 1024;
    private const string WalletScheme = "monero:";

    /// <summary>https, or http to a loopback address.</summary>
    public static bool IsSafe(Uri url) =>
        url.IsAbsoluteUri
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url.Host.Length > 0;

    /// <summary>A page that a browser may be sent to.</summary>
    public static bool TryParsePage(string? text, [NotNullWhen(true)] out Uri? url)
    {
        url = null;
        return IsCleanText(text)
            && Uri.TryCreate(text, UriKind.Absolute, out url)
            && IsSafe(url)
            && url.UserInfo.Length == 0;
    }

    /// <summary>A Monero payment request: <c>monero:ADDRESS?tx_amount=…</c>.</summary>
    public static bool TryParseWallet(string? text, [NotNullWhen(true)] out Uri? wallet)
    {
        wallet = null;
        if (!IsCleanText(text) || !text!.StartsWith(WalletScheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var query = text.AsSpan().IndexOf('?');
        var address = text.Substring(WalletScheme.Length, (query < 0 ? text.Length : query) - WalletScheme.Length);
        return address.Length > 0
            && address.All(static c => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))
            && Uri.TryCreate(text, UriKind.Absolute, out wallet);
    }

    /// <summary>True when the text can be one segment of a path: neither empty nor one that walks up.</summary>
    public static bool IsPathSegment(string? text) => !string.IsNullOrWhiteSpace(text) && text is not ("." or "..");

    /// <summary>Encodes one segment of a path.</summary>
    /// <exception cref="ArgumentException">It is empty, <c>.</c>, <c>..</c> or not valid text.</exception>
    public static string EscapeSegment(string? text, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, parameterName);
        if (!IsPathSegment(text))
        {
            throw new ArgumentException("The value cannot stand in a path.", parameterName);
        }

        try
        {
            return Uri.EscapeDataString(text);
        }
        catch (UriFormatException exception)
        {
            throw new ArgumentException("The value is not valid text.", parameterName, exception);
        }
    }

    // Browsers drop tabs and line ends inside an address and read a backslash as a slash; nothing honest needs any of these.
    private static bool IsCleanText(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && text.All(static c => c is > ' ' and not ('\u007f' or '\\' or '"' or '<' or '>' or '`') && !char.IsControl(c));
}
