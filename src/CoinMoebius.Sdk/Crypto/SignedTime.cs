namespace CoinMoebius.Sdk.Crypto;

/// <summary>Parses and checks the times that providers sign.</summary>
internal static class SignedTime
{
    // 9999-12-31T23:59:59Z, the last second DateTimeOffset can hold.
    private const long MaxUnixSeconds = 253402300799;

    /// <summary>Reads Unix seconds: ASCII digits only, no sign, blank, point or exponent.</summary>
    public static bool TryParseUnixSeconds(ReadOnlySpan<char> text, out long seconds)
    {
        seconds = 0;
        if (text.Length is 0 or > 12)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }

            seconds = (seconds * 10) + (c - '0');
        }

        return seconds <= MaxUnixSeconds;
    }

    /// <summary>True when the time is at most <paramref name="tolerance"/> away from now, in either direction; the limit itself passes.</summary>
    public static bool IsWithin(DateTimeOffset signedAt, TimeProvider timeProvider, TimeSpan tolerance) =>
        (timeProvider.GetUtcNow() - signedAt).Duration() <= tolerance;

    /// <inheritdoc cref="IsWithin(DateTimeOffset, TimeProvider, TimeSpan)"/>
    public static bool IsWithin(long unixSeconds, TimeProvider timeProvider, TimeSpan tolerance) =>
        IsWithin(DateTimeOffset.FromUnixTimeSeconds(unixSeconds), timeProvider, tolerance);
}
