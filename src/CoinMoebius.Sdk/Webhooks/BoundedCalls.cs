namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Dear work that deliveries cause: so much side by side, so much more waits its turn, and the next is turned away at once, so that nobody
/// can fill the memory by waiting.
/// </summary>
/// <param name="running">How many run at a time.</param>
/// <param name="waiting">How many wait for a place.</param>
#pragma warning disable CA1001 // a semaphore whose wait handle is never asked for holds nothing to dispose
internal sealed class BoundedCalls(int running, int waiting)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _places = new(running, running);
    private int _present;

    /// <summary>Runs a call once there is a place for it. What it needs, it makes then.</summary>
    /// <exception cref="WebhookVerificationUnavailableException">Too many wait already.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _present) > running + waiting)
        {
            Interlocked.Decrement(ref _present);
            throw new WebhookVerificationUnavailableException("Too many deliveries wait to be verified.");
        }

        try
        {
            await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await call().ConfigureAwait(false);
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _present);
        }
    }
}
