using System.Text.RegularExpressions;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;

/// <summary>What is kept of a handler's exception: its message, without what looks like a person's address or number.</summary>
internal static partial class ErrorText
{
    private const int MaxLength = 1024;

    public static string Of(Exception exception)
    {
        // The cause says more than the wrapper of a store.
        var text = exception.GetBaseException().Message;
        text = Address().Replace(StoredText.Shown(text, MaxLength), "[address]");

        // What stands in may be longer than what it stands for.
        return StoredText.Shown(Number().Replace(text, "[number]"), MaxLength);
    }

    [GeneratedRegex(@"[^\s@<>""']{1,64}@[^\s@<>""']{1,255}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    // Cards, accounts and telephones; shorter runs are counts and codes.
    [GeneratedRegex(@"\+?\d(?:[ \-]?\d){7,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
