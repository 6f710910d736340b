using System.Globalization;
using System.Text;

namespace CoinMoebius.Sdk.Crypto;

/// <summary>What a secret must be so that nobody guesses it: the same for all providers, but for how long theirs are.</summary>
internal static class SecretRules
{
    // What documentation has where the secret belongs, without case and separators. No provider issues any of them.
    private static readonly HashSet<string> Placeholders = new(StringComparer.Ordinal)
    {
        "admin", "changeit", "changeme", "default", "dummy", "example", "fixme", "insert", "mysecret", "none", "null", "password", "placeholder",
        "replaceme", "secrethere", "tbd", "todo", "undefined", "xxx",
    };

    private static readonly string[] PlaceholderBeginnings = ["changeme", "insertyour", "pasteyour", "placeholder", "replaceme", "replacewith"];

    /// <summary>The secret without the white space at both ends that comes along when one is copied or read from a file.</summary>
    public static string Trim(string secret)
    {
        var (start, end) = (0, secret.Length);
        while (start < end && IsBlank(secret[start]))
        {
            start++;
        }

        while (end > start && IsBlank(secret[end - 1]))
        {
            end--;
        }

        return secret[start..end];
    }

    /// <summary>What is wrong with a secret, to stand behind its name; null for nothing. The secret itself is never in it.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="encoding">How it holds its key.</param>
    /// <param name="least">The least number of bytes in the key, a <c>whsec_</c> not counted.</param>
    /// <param name="isTool">
    /// True where one request is looked at and nothing depends on the answer: short keys and white space, as published test cases have them,
    /// are taken there.
    /// </param>
    public static string? Problem(string? secret, KeyEncoding encoding, int least, bool isTool)
    {
        if (secret is null || string.IsNullOrWhiteSpace(secret))
        {
            return "is empty. Anyone can sign with an empty secret: set it or remove the entry.";
        }

        var text = Base64Secret.WithoutPrefix(secret);
        if (text.Length == 0)
        {
            return "is \"whsec_\" with nothing behind it. Anyone can sign with an empty secret: copy it whole.";
        }

        if (!isTool && WhiteSpaceIn(secret) is { } at)
        {
            return $"has white space inside (U+{((int)secret[at]).ToString("X4", CultureInfo.InvariantCulture)} at character {at + 1}). Copy the secret alone.";
        }

        if (IsPlaceholder(text))
        {
            return "is a placeholder or a row of characters that anyone guesses. Put the provider's secret in its place.";
        }

        // That it is no base64 is said elsewhere.
        var length = encoding == KeyEncoding.Base64 ? Base64Secret.Decode(secret)?.Length ?? least : Encoding.UTF8.GetByteCount(isTool ? secret : text);
        var unit = encoding == KeyEncoding.Base64 ? "decoded bytes" : "characters";
        return length < least ? $"has {length} {unit}; at least {least} are needed. Was it cut off?" : null;
    }

    private static int? WhiteSpaceIn(string secret)
    {
        for (var i = 0; i < secret.Length; i++)
        {
            if (IsBlank(secret[i]))
            {
                return i;
            }
        }

        return null;
    }

    // Those that nobody sees count as well: zero-width ones and byte order marks.
    private static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF';

    private static bool IsPlaceholder(string text)
    {
        if (text.AsSpan().IndexOf('\u2026') >= 0 || text.AsSpan().IndexOf("...".AsSpan()) >= 0 || text[0] is '<' or '{' or '[' || text.StartsWith("${", StringComparison.Ordinal) || IsRow(text))
        {
            return true;
        }

        var plain = new string([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        return plain.Length == 0
            || Placeholders.Contains(plain)
            || PlaceholderBeginnings.Any(beginning => plain.StartsWith(beginning, StringComparison.Ordinal))
            || (text.Length > 4 && plain.StartsWith("your", StringComparison.Ordinal) && (text[4] is '-' or '_' or '.' or ' ' || IsNameOfSecret(plain[4..])));
    }

    private static bool IsNameOfSecret(string word) =>
        word.StartsWith("secret", StringComparison.Ordinal) || word.StartsWith("webhook", StringComparison.Ordinal) || word.StartsWith("signing", StringComparison.Ordinal)
        || word.StartsWith("ipn", StringComparison.Ordinal) || word.StartsWith("key", StringComparison.Ordinal) || word.StartsWith("api", StringComparison.Ordinal);

    /// <summary>One character over and over, or each the next of the one before: <c>xxxxx</c>, <c>12345</c>, <c>edcba</c>.</summary>
    private static bool IsRow(string text)
    {
        if (text.Length < 2)
        {
            return false;
        }

        var step = text[1] - text[0];
        return step is >= -1 and <= 1 && Enumerable.Range(1, text.Length - 1).All(i => text[i] - text[i - 1] == step);
    }
}
