namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Limits expensive work for deliveries: some calls run concurrently, some more wait, and further ones fail at once, so that waiting calls
/// cannot fill the memory.
/// </summary>
/// <param name="running">The maximum number of running calls.</param>
/// <param name="waiting">The maximum number of waiting calls.</param>
#pragma warning disable CA1001 // a semaphore has nothing to dispose unless its wait handle is used
internal sealed class BoundedCalls(int running, int waiting)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _places = new(running, running);
    private int _present;

    /// <summary>Runs a call once there is a free place. The call should create its resources only then.</summary>
    /// <exception cref="WebhookVerificationUnavailableException">Too many calls wait already.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _present) > running + waiting)
        {
            Interlocked.Decrement(ref _present);
            throw new WebhookVerificationUnavailableException("Too many deliveries are waiting for verification.");
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
