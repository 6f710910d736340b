using System.Globalization;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>Times as people and programs write them after ISO 8601.</summary>
internal static class IsoTime
{
    /// <summary>Reads a date and a time of day; without an offset it counts as UTC.</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        // The framework would also take 05/14/2026, whose meaning depends on the reader.
        return text.Length >= "2026-05-14T01:04".Length && text[4] == '-' && text[7] == '-' && (text[10] is 'T' or 't' or ' ')
            && DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
    }
}
