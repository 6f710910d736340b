using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Client.Statuses;

/// <summary>
/// Queries an API for anonymous callers: with one call per id at a time, a cache and a limit per minute. Ids known to be real have their
/// own limit, which made-up ones cannot use up; among the others, the id that callers request most often comes first.
/// </summary>
internal sealed class PaymentStatusLookup(
    Func<string, CancellationToken, Task<PaymentStatusReport?>> ask, Func<PaymentStatusSourceOptions> options, int capacity, TimeProvider timeProvider)
{
    private const int MaxWaitingIds = 1024;

    // A page polls every few seconds, so an id that no page has requested for this long has nobody waiting.
    private static readonly TimeSpan WaitingLifetime = TimeSpan.FromMinutes(2);

    private readonly object _gate = new();
    private readonly Dictionary<string, Lookup> _running = new(StringComparer.Ordinal);

    // Separate, so that made-up ids do not evict the results of real ones.
    private readonly BoundedMap<string, Lookup> _found = new(capacity);
    private readonly BoundedMap<string, Lookup> _others = new(capacity);
    private readonly WaitingKeys _waiting = new(MaxWaitingIds, WaitingLifetime, timeProvider);
    private readonly MinuteBudget _knownBudget = new(timeProvider);
    private readonly MinuteBudget _unknownBudget = new(timeProvider);

    /// <summary>Finds a payment.</summary>
    /// <param name="paymentId">The text of a possible id.</param>
    /// <param name="isKnown">True for an id that this application has stored itself. An id that the API has found before counts as known too.</param>
    /// <param name="cancellationToken">Cancels the wait, but not the call, which others may wait for.</param>
    /// <returns>The payment; null when the API does not know it, or when the budget for known ids is spent and none is cached.</returns>
    /// <exception cref="CoinMoebiusException">The API failed, or callers requested too many unknown ids; a later call may succeed.</exception>
    public Task<PaymentStatusReport?> FindAsync(string paymentId, bool isKnown, CancellationToken cancellationToken)
    {
        Lookup? lookup;
        lock (_gate)
        {
            var found = _found.Find(paymentId);
            lookup = Recent(paymentId, found);
            if (lookup is null)
            {
                // A stale result is better than none: the page polls again.
                lookup = !isKnown && found is null ? StartWaiting(paymentId)
                    : _knownBudget.TrySpend(options().MaxCallsPerMinute) ? Start(paymentId)
                    : found ?? Lookup.Nothing;
            }
        }

        return lookup is null
            ? throw new CoinMoebiusException("The limit of calls per minute on behalf of browsers is reached.")
            : lookup.Answer.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Completes when the running calls have completed, for tests.</summary>
    internal Task EndOfCallsAsync()
    {
        lock (_gate)
        {
            return Task.WhenAll(_running.Values.Select(static running => running.Answer.Task));
        }
    }

    private Lookup? Recent(string paymentId, Lookup? found)
    {
        if (_running.TryGetValue(paymentId, out var running))
        {
            return running;
        }

        var other = _others.Find(paymentId);
        var last = other is null || found?.StartedAt > other.StartedAt ? found : other;
        return last is not null && timeProvider.GetElapsedTime(last.StartedAt) < LifetimeOf(last) ? last : null;
    }

    private TimeSpan LifetimeOf(Lookup lookup) => lookup.IsNotFound ? options().UnknownCacheDuration : options().CacheDuration;

    /// <summary>Starts the waiting calls that the budget allows; null when this id is not among them.</summary>
    private Lookup? StartWaiting(string paymentId)
    {
        _waiting.Ask(paymentId);
        var limit = Math.Min(options().MaxUnknownCallsPerMinute, options().MaxCallsPerMinute);
        while (_unknownBudget.TrySpend(limit))
        {
            var next = _waiting.Take()!;
            var lookup = _running.TryGetValue(next, out var running) ? running : Start(next);
            if (next == paymentId)
            {
                return lookup;
            }
        }

        return null;
    }

    // Without the caller's token, since others may wait for the same result, and not on the caller's thread, which holds the lock.
    private Lookup Start(string paymentId)
    {
        var lookup = new Lookup(timeProvider.GetTimestamp());
        _running[paymentId] = lookup;
        _ = Task.Run(() => RunAsync(paymentId, lookup), CancellationToken.None);
        return lookup;
    }

    private async Task RunAsync(string paymentId, Lookup lookup)
    {
        PaymentStatusReport? report = null;
        CoinMoebiusException? failure = null;
        try
        {
            report = await ask(paymentId, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception as CoinMoebiusException ?? new CoinMoebiusException("The API could not be queried.", exception);
        }

        lock (_gate)
        {
            _running.Remove(paymentId);
            lookup.IsNotFound = report is null && failure is null;
            (report is null ? _others : _found).TrySet(paymentId, lookup);
        }

        if (failure is null)
        {
            lookup.Answer.TrySetResult(report);
            return;
        }

        lookup.Answer.TrySetException(failure);

        // Observe the exception, since all callers may have left.
        _ = lookup.Answer.Task.Exception;
    }

    private sealed class Lookup(long startedAt)
    {
        public static readonly Lookup Nothing = CreateNothing();

        public long StartedAt { get; } = startedAt;

        public bool IsNotFound { get; set; }

        public TaskCompletionSource<PaymentStatusReport?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private static Lookup CreateNothing()
        {
            var nothing = new Lookup(0);
            nothing.Answer.SetResult(null);
            return nothing;
        }
    }
}
