using System.Globalization;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>Reads ISO 8601 times.</summary>
internal static class IsoTime
{
    /// <summary>Reads a date and a time of day; a time without an offset is UTC.</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        // The framework would also accept 05/14/2026, which is ambiguous.
        return text.Length >= "2026-05-14T01:04".Length && text[4] == '-' && text[7] == '-' && (text[10] is 'T' or 't' or ' ')
            && DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
    }
}
