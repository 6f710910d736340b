namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;

/// <summary>The pauses between the attempts at one event.</summary>
internal static class RetryDelays
{
    /// <summary>Doubles each time up to the longest; a random part of up to half is left out, so that a crowd of events spreads.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="options">First and longest pause.</param>
    /// <param name="random">0 to 1.</param>
    public static TimeSpan After(int attempt, EntityFrameworkInboxOptions options, double random)
    {
        var seconds = Math.Min(options.RetryDelay.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, 62)), options.MaxRetryDelay.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (1 - (random / 2)));
    }
}
