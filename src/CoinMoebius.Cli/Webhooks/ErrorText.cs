namespace CoinMoebius.Cli.Webhooks;

/// <summary>Formats external texts for a message of one line.</summary>
internal static class ErrorText
{
    private const int MaxQuote = 64;

    /// <summary>At most 64 characters of a text.</summary>
    public static string Shorten(string text) => text.Length <= MaxQuote ? text : text[..MaxQuote] + "…";

    /// <summary>The text without line breaks and other control characters.</summary>
    public static string OneLine(string text) =>
        text.AsSpan().ContainsAnyInRange('\0', '\u001f') || text.AsSpan().ContainsAny('\u0085', '\u2028', '\u2029')
            ? string.Create(text.Length, text, static (line, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                {
                    line[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i];
                }
            })
            : text;
}
