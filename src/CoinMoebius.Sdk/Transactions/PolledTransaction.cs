namespace CoinMoebius.Sdk;

/// <summary>A transaction some wait is for. The lock of <see cref="PollScheduler"/> guards it.</summary>
internal sealed class PolledTransaction(string id, TimeSpan since)
{
    private const double Growth = 1.5;
    private const double Spread = 0.2;

    private TimeSpan _interval;

    public static IComparer<PolledTransaction> DueOrder { get; } = Comparer<PolledTransaction>.Create(
        static (x, y) => x.Due != y.Due ? x.Due.CompareTo(y.Due) : x.Sequence.CompareTo(y.Sequence));

    public string Id { get; } = id;

    /// <summary>When the first wait for it began.</summary>
    public TimeSpan Since { get; } = since;

    /// <summary>When it should be asked for next.</summary>
    public TimeSpan Due { get; set; } = since;

    /// <summary>Who came first goes first among those due at once.</summary>
    public long Sequence { get; set; }

    public bool IsPolling { get; set; }

    public Transaction? Last { get; private set; }

    public Exception? LastFailure { get; set; }

    public List<IObserver<Transaction>> Observers { get; } = [];

    /// <summary>Canceled when nobody waits any more.</summary>
    public CancellationTokenSource Abandoned { get; } = new();

    /// <summary>Takes in a newer state. False when waiters need not hear of it: no change, or late news that would step back.</summary>
    public bool Accept(Transaction transaction)
    {
        if (Last is not null && transaction.Status.Rank < Last.Status.Rank)
        {
            return false;
        }

        var changed = transaction.DiffersFrom(Last);
        Last = transaction;
        if (changed)
        {
            _interval = TimeSpan.Zero;
        }

        return changed;
    }

    /// <summary>Sets the next poll: the interval grows while nothing happens, with a random spread.</summary>
    public void BackOff(TimeSpan now, CoinMoebiusOptions options, double random)
    {
        var grown = Math.Max(_interval.Ticks * Growth, options.PollInterval.Ticks);
        _interval = TimeSpan.FromTicks((long)Math.Min(grown, options.MaxPollInterval.Ticks));
        Due = now + TimeSpan.FromTicks((long)(_interval.Ticks * (1 - Spread + (2 * Spread * random))));
    }
}
