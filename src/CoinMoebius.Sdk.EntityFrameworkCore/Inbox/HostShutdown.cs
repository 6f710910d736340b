namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>Distinguishes the shutdown of the host from a fault.</summary>
internal static class HostShutdown
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// A host whose start failed disposes the services' dependencies a moment before it stops the services. True when that is what happened,
    /// so that the exception need not be logged.
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
