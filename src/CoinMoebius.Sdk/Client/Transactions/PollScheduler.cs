using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>
/// Polls the transactions that waits observe: the most overdue one first, within the budget, with one poll for all waits of a
/// transaction. Runs on one timer. It calls observers outside the lock, on the thread that brought the change.
/// </summary>
internal sealed class PollScheduler : IDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, PolledTransaction> _transactions = new(StringComparer.Ordinal);
    private readonly SortedSet<PolledTransaction> _queue = new(PolledTransaction.DueOrder);
    private readonly Func<string, CancellationToken, Task<Transaction>> _poll;
    private readonly Func<CoinMoebiusOptions> _options;
    private readonly PollBudget _budget;
    private readonly TimeProvider _timeProvider;
    private readonly Func<double> _random;
    private readonly long _start;
    private readonly ITimer _timer;
    private long _sequence;
    private bool _pumping;
    private bool _disposed;

    /// <param name="poll">Requests one transaction, without retries.</param>
    /// <param name="options">Returns the limit, intervals and grace period; must not throw.</param>
    /// <param name="budget">The budget, shared with all other status requests.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="random">Returns numbers from 0 up to 1.</param>
    public PollScheduler(
        Func<string, CancellationToken, Task<Transaction>> poll,
        Func<CoinMoebiusOptions> options,
        PollBudget budget,
        TimeProvider timeProvider,
        Func<double> random)
    {
        _poll = poll;
        _options = options;
        _budget = budget;
        _timeProvider = timeProvider;
        _random = random;
        _start = timeProvider.GetTimestamp();

        // The timer outlives the request that creates it, so it must not capture that request's async-locals.
        using (ExecutionContext.IsFlowSuppressed() ? default(IDisposable) : ExecutionContext.SuppressFlow())
        {
            _timer = timeProvider.CreateTimer(
                static scheduler => ((PollScheduler)scheduler!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>
    /// Adds an observer of a transaction. It receives changes, and the failure that ends polling. Call <see cref="Pump"/> next.
    /// </summary>
    /// <exception cref="ObjectDisposedException">Polling has ended.</exception>
    public PollSubscription Subscribe(string id, IObserver<Transaction> observer)
    {
        lock (_gate)
        {
            if (_disposed)
            {
                throw Ended();
            }

            if (!_transactions.TryGetValue(id, out var transaction))
            {
                transaction = new PolledTransaction(id, Now());
                _transactions.Add(id, transaction);
                Enqueue(transaction);
            }

            transaction.Observers.Add(observer);
            return new PollSubscription(this, transaction, observer, transaction.Last);
        }
    }

    /// <summary>Applies a change that did not come from a poll.</summary>
    public void Update(string id, Func<Transaction?, Transaction> update)
    {
        PolledTransaction? transaction;
        lock (_gate)
        {
            if (!_transactions.TryGetValue(id, out transaction))
            {
                return;
            }
        }

        Accept(transaction, update);
    }

    /// <summary>Makes a transaction due now.</summary>
    public void PollNow(string id)
    {
        lock (_gate)
        {
            var now = Now();
            if (!_transactions.TryGetValue(id, out var transaction))
            {
                return;
            }

            if (transaction.IsPolling)
            {
                // The poll under way may return an older state, so poll again after it.
                transaction.PollsAgain = true;
                return;
            }

            if (transaction.Due <= now)
            {
                return;
            }

            _queue.Remove(transaction);
            transaction.Due = now;
            Enqueue(transaction);
        }

        Pump();
    }

    /// <summary>Starts the polls that are due and within the budget, and sets the timer for the next.</summary>
    public void Pump()
    {
        lock (_gate)
        {
            if (_pumping)
            {
                return;
            }

            _pumping = true;
        }

        while (true)
        {
            PolledTransaction transaction;
            lock (_gate)
            {
                if (TakeDue() is not { } due)
                {
                    _pumping = false;
                    return;
                }

                transaction = due;
            }

            _ = PollAsync(transaction);
        }
    }

    /// <summary>Ends polling; every observer receives an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        List<PolledTransaction> abandoned;
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            abandoned = [.. _transactions.Values];
            _transactions.Clear();
            _queue.Clear();
        }

        _timer.Dispose();
        foreach (var transaction in abandoned)
        {
            transaction.Abandoned.Cancel();
            foreach (var observer in transaction.Observers.ToArray())
            {
                observer.OnError(Ended());
            }
        }
    }

    internal void Unsubscribe(PolledTransaction transaction, IObserver<Transaction> observer)
    {
        lock (_gate)
        {
            transaction.Observers.Remove(observer);
            if (transaction.Observers.Count > 0 || !Remove(transaction))
            {
                return;
            }
        }

        transaction.Abandoned.Cancel();
    }

    private static ObjectDisposedException Ended() => new(nameof(CoinMoebiusClient), "The client was disposed while it waited for a transaction.");

    private TimeSpan Now() => _timeProvider.GetElapsedTime(_start);

    private void Enqueue(PolledTransaction transaction)
    {
        transaction.Sequence = ++_sequence;
        _queue.Add(transaction);
    }

    private PolledTransaction? TakeDue()
    {
        if (_disposed || _queue.Min is not { } next)
        {
            return null;
        }

        var limit = _options().PollsPerMinute;
        var wait = next.Due - Now();
        if (wait <= TimeSpan.Zero)
        {
            wait = _budget.UntilFree(limit);
        }

        if (wait > TimeSpan.Zero)
        {
            // Timers count whole milliseconds.
            _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
            return null;
        }

        _budget.Count(limit);
        _queue.Remove(next);
        next.IsPolling = true;
        return next;
    }

    private async Task PollAsync(PolledTransaction transaction)
    {
        try
        {
            var answer = await _poll(transaction.Id, transaction.Abandoned.Token).ConfigureAwait(false);
            Accept(transaction, _ => answer, polled: true);
        }
        catch (Exception exception)
        {
            Fail(transaction, exception);
        }

        Pump();
    }

    private void Accept(PolledTransaction transaction, Func<Transaction?, Transaction> update, bool polled = false)
    {
        Transaction change;
        IObserver<Transaction>[] observers;
        lock (_gate)
        {
            change = update(transaction.Last);
            var changed = transaction.Accept(change);
            if (polled)
            {
                transaction.LastFailure = null;
                PollAgain(transaction);
            }

            observers = changed ? [.. transaction.Observers] : [];
        }

        foreach (var observer in observers)
        {
            observer.OnNext(change);
        }
    }

    private void Fail(PolledTransaction transaction, Exception exception)
    {
        IObserver<Transaction>[] observers;
        lock (_gate)
        {
            transaction.LastFailure = exception;
            if (exception is CoinMoebiusRateLimitException)
            {
                // The budget pauses all polls; this one keeps its place at the front.
                Requeue(transaction);
                return;
            }

            if (IsTemporary(transaction, exception))
            {
                PollAgain(transaction);
                return;
            }

            if (!Remove(transaction))
            {
                // Abandoned meanwhile: nobody waits any more, or Dispose has notified all observers.
                return;
            }

            observers = [.. transaction.Observers];
        }

        foreach (var observer in observers)
        {
            observer.OnError(exception);
        }
    }

    /// <summary>True for a failure that may be temporary: an outage, or a transaction that the API does not know yet.</summary>
    private bool IsTemporary(PolledTransaction transaction, Exception exception) => exception switch
    {
        CoinMoebiusNotFoundException => Now() - transaction.Since < _options().NotFoundGracePeriod,
        CoinMoebiusException known => Polling.IsTemporary(known),
        _ => false,
    };

    private void PollAgain(PolledTransaction transaction)
    {
        transaction.BackOff(Now(), _options(), _random());
        if (transaction.PollsAgain)
        {
            transaction.PollsAgain = false;
            transaction.Due = Now();
        }

        Requeue(transaction);
    }

    private void Requeue(PolledTransaction transaction)
    {
        transaction.IsPolling = false;
        if (IsWatched(transaction))
        {
            Enqueue(transaction);
        }
    }

    private bool Remove(PolledTransaction transaction)
    {
        _queue.Remove(transaction);
        return IsWatched(transaction) && _transactions.Remove(transaction.Id);
    }

    // A new wait for the same id may have started after all observers left during a poll.
    private bool IsWatched(PolledTransaction transaction) =>
        _transactions.TryGetValue(transaction.Id, out var current) && ReferenceEquals(current, transaction);
}
