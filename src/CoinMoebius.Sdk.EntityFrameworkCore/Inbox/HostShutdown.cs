namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>Tells the shutdown of the host from a fault.</summary>
internal static class HostShutdown
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// A host whose start failed disposes what its services use a moment before it stops them. True when that is what happened, so that
    /// nobody need be told.
    /// </summary>
    public static async Task<bool> IsNearAsync(Exception exception, TimeProvider timeProvider, CancellationToken stopping)
    {
        if (exception is ObjectDisposedException)
        {
            await Task.Delay(Wait, timeProvider, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return stopping.IsCancellationRequested;
    }
}
