namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Asks an API on behalf of anonymous callers: one question per id at a time, answers kept for a while, so many a minute.</summary>
internal sealed class PaymentStatusLookup(
    Func<string, CancellationToken, Task<PaymentStatusReport?>> ask, Func<PaymentStatusSourceOptions> options, int capacity, TimeProvider timeProvider)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly BoundedMap<string, Lookup> _lookups = new(capacity);
    private readonly Queue<long> _calls = new();

    public Task<PaymentStatusReport?> FindAsync(string paymentId, CancellationToken cancellationToken)
    {
        Lookup lookup;
        lock (_gate)
        {
            var now = timeProvider.GetTimestamp();
            if (_lookups.Find(paymentId) is { } known
                && (!known.Answer.Task.IsCompleted || timeProvider.GetElapsedTime(known.AskedAt, now) < options().CacheDuration))
            {
                return known.Answer.Task.WaitAsync(cancellationToken);
            }

            if (!TrySpend(now))
            {
                throw new CoinMoebiusException("The calls that browsers may cause in a minute are spent.");
            }

            lookup = new(now);
            _lookups.TrySet(paymentId, lookup);
        }

        // Not under the caller's token: others may be waiting for the same answer.
        _ = RunAsync(paymentId, lookup.Answer);
        return lookup.Answer.Task.WaitAsync(cancellationToken);
    }

    private async Task RunAsync(string paymentId, TaskCompletionSource<PaymentStatusReport?> answer)
    {
        try
        {
            answer.TrySetResult(await ask(paymentId, CancellationToken.None).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            answer.TrySetException(exception as CoinMoebiusException ?? new CoinMoebiusException("The API could not be asked.", exception));

            // Every caller may have gone by now.
            _ = answer.Task.Exception;
        }
    }

    private bool TrySpend(long now)
    {
        while (_calls.Count > 0 && timeProvider.GetElapsedTime(_calls.Peek(), now) >= Window)
        {
            _calls.Dequeue();
        }

        if (_calls.Count >= options().MaxCallsPerMinute)
        {
            return false;
        }

        _calls.Enqueue(now);
        return true;
    }

    private sealed class Lookup(long askedAt)
    {
        public long AskedAt { get; } = askedAt;

        public TaskCompletionSource<PaymentStatusReport?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
