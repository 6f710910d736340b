using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Client.Statuses;

/// <summary>
/// Asks an API on behalf of anonymous callers: one question per id at a time, answers kept for a while, so many a minute. Ids that are
/// known to be real have calls of their own, which made-up ones cannot spend; among the others the one asked for most comes first.
/// </summary>
internal sealed class PaymentStatusLookup(
    Func<string, CancellationToken, Task<PaymentStatusReport?>> ask, Func<PaymentStatusSourceOptions> options, int capacity, TimeProvider timeProvider)
{
    private const int MaxWaitingIds = 1024;

    // A page asks every few seconds; nobody waits for an id that no page asks for.
    private static readonly TimeSpan WaitingLifetime = TimeSpan.FromMinutes(2);

    private readonly object _gate = new();
    private readonly Dictionary<string, Lookup> _running = new(StringComparer.Ordinal);

    // Apart, so that made-up ids do not push out the answers about real ones.
    private readonly BoundedMap<string, Lookup> _found = new(capacity);
    private readonly BoundedMap<string, Lookup> _others = new(capacity);
    private readonly WaitingKeys _waiting = new(MaxWaitingIds, WaitingLifetime, timeProvider);
    private readonly MinuteBudget _knownBudget = new(timeProvider);
    private readonly MinuteBudget _unknownBudget = new(timeProvider);

    /// <summary>Finds a payment.</summary>
    /// <param name="paymentId">What may be an id.</param>
    /// <param name="isKnown">True for an id that this side has written itself. One that the API has known is known as well.</param>
    /// <param name="cancellationToken">Ends the waiting, not the call that others may wait for.</param>
    /// <returns>The payment; null when the API does not know it, or, for one known here alone, when it cannot be asked now.</returns>
    /// <exception cref="CoinMoebiusException">The API failed, or too many unknown ids are asked for. Who asks again, comes first.</exception>
    public Task<PaymentStatusReport?> FindAsync(string paymentId, bool isKnown, CancellationToken cancellationToken)
    {
        Lookup? lookup;
        lock (_gate)
        {
            var found = _found.Find(paymentId);
            lookup = Recent(paymentId, found);
            if (lookup is null)
            {
                // An answer that is no longer fresh is better than none: the page asks again.
                lookup = !isKnown && found is null ? StartWaiting(paymentId)
                    : _knownBudget.TrySpend(options().MaxCallsPerMinute) ? Start(paymentId)
                    : found ?? Lookup.Nothing;
            }
        }

        return lookup is null
            ? throw new CoinMoebiusException("The calls that browsers may cause in a minute are spent.")
            : lookup.Answer.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Ends when what is being asked now is answered, for tests.</summary>
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
        var last = other is null || found?.AskedAt > other.AskedAt ? found : other;
        return last is not null && timeProvider.GetElapsedTime(last.AskedAt) < LifetimeOf(last) ? last : null;
    }

    private TimeSpan LifetimeOf(Lookup lookup) => lookup.IsNotFound ? options().UnknownCacheDuration : options().CacheDuration;

    /// <summary>Begins what the budget allows, in its order; null when this id is not among it.</summary>
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

    // Not under the caller's token: others may be waiting for the same answer. Not on his thread either: the lock is his.
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
            failure = exception as CoinMoebiusException ?? new CoinMoebiusException("The API could not be asked.", exception);
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

        // Every caller may have gone by now.
        _ = lookup.Answer.Task.Exception;
    }

    private sealed class Lookup(long askedAt)
    {
        public static readonly Lookup Nothing = CreateNothing();

        public long AskedAt { get; } = askedAt;

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
