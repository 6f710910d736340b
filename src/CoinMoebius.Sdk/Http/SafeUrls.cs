using System.Diagnostics.CodeAnalysis;

namespace CoinMoebius.Sdk.Http;

/// <summary>Which addresses may be called or handed to a browser, and how ids get into a path.</summary>
internal static class SafeUrls
{
    private const int MaxLength = 8 * 1024;

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

    /// <summary>Checks an address that a provider sends a buyer's browser to: https, or http on a loopback address.</summary>
    /// <param name="url">The address; null passes.</param>
    /// <param name="name">What the message calls it.</param>
    /// <param name="parameterName">The parameter of the public method.</param>
    /// <exception cref="ArgumentException">A browser may not be sent there.</exception>
    public static void RequirePage(Uri? url, string name, string parameterName)
    {
        if (url is not null && !TryParsePage(url.OriginalString, out _))
        {
            throw new ArgumentException(
                $"{name} must be an absolute https address without user info; http is allowed on loopback addresses only.", parameterName);
        }
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
            throw new ArgumentException("The value cannot be a segment of a path.", parameterName);
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

    /// <summary>
    /// True for a text of which every reader makes the same address: browsers drop tabs and line ends inside one and read a backslash as a
    /// slash.
    /// </summary>
    public static bool IsCleanText([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && text.All(static c => c is > ' ' and not ('\u007f' or '\\' or '"' or '<' or '>' or '`') && !char.IsControl(c));
}
