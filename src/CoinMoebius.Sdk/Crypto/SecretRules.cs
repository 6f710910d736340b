using System.Globalization;
using System.Text;

namespace CoinMoebius.Sdk.Crypto;

/// <summary>Rejects secrets that are easy to guess. The rules are the same for all providers, except for the length.</summary>
internal static class SecretRules
{
    // Placeholders that documentation uses for secrets, lower-case and without separators. No provider issues any of them.
    private static readonly HashSet<string> Placeholders = new(StringComparer.Ordinal)
    {
        "admin", "changeit", "changeme", "default", "dummy", "example", "fixme", "insert", "mysecret", "none", "null", "password", "placeholder",
        "replaceme", "secrethere", "tbd", "todo", "undefined", "xxx",
    };

    private static readonly string[] PlaceholderBeginnings = ["changeme", "insertyour", "pasteyour", "placeholder", "replaceme", "replacewith"];

    /// <summary>Removes the white space at both ends that copying or reading from a file can add.</summary>
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

    /// <summary>Returns what is wrong with a secret, as a predicate to its name, or null. The text never contains the secret.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="encoding">How it holds its key.</param>
    /// <param name="least">The minimum number of bytes in the key, without a <c>whsec_</c>.</param>
    /// <param name="isTool">
    /// True for a tool that examines a single request without consequences: it accepts short keys and white space, as published test cases
    /// have them.
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
            return "is \"whsec_\" with nothing after it. Anyone can sign with an empty secret: copy it whole.";
        }

        if (!isTool && WhiteSpaceIn(secret) is { } at)
        {
            return $"has white space inside (U+{((int)secret[at]).ToString("X4", CultureInfo.InvariantCulture)} at character {at + 1}). Copy only the secret.";
        }

        if (IsPlaceholder(text))
        {
            return "is a placeholder or an obvious sequence of characters. Replace it with the provider's secret.";
        }

        // Another check reports text that is not base64.
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

    // Includes invisible characters: zero-width ones and byte order marks.
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

    /// <summary>True for one repeated character, or for an ascending or descending run: <c>xxxxx</c>, <c>12345</c>, <c>edcba</c>.</summary>
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
