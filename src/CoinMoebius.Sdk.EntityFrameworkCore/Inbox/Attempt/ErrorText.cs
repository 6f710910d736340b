using System.Text.RegularExpressions;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;

/// <summary>The stored text of a handler's exception: its message, with email addresses and long numbers redacted.</summary>
internal static partial class ErrorText
{
    private const int MaxLength = 1024;

    public static string Of(Exception exception)
    {
        // The innermost exception says more than a wrapper around it.
        var text = exception.GetBaseException().Message;
        text = Address().Replace(StoredText.Shown(text, MaxLength), "[address]");

        // A placeholder may be longer than the text it replaces.
        return StoredText.Shown(Number().Replace(text, "[number]"), MaxLength);
    }

    [GeneratedRegex(@"[^\s@<>""']{1,64}@[^\s@<>""']{1,255}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    // Numbers of cards, accounts and telephones; shorter runs are counts and codes.
    [GeneratedRegex(@"\+?\d(?:[ \-]?\d){7,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
