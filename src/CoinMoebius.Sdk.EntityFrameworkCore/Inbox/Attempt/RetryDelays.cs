namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;

/// <summary>The pauses between the attempts at one event.</summary>
internal static class RetryDelays
{
    /// <summary>The pause doubles each time up to the longest; it is shortened at random by up to a half, so that many events spread.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="options">First and longest pause.</param>
    /// <param name="random">0 to 1.</param>
    public static TimeSpan After(int attempt, EntityFrameworkInboxOptions options, double random)
    {
        var seconds = Math.Min(options.RetryDelay.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, 62)), options.MaxRetryDelay.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (1 - (random / 2)));
    }
}
