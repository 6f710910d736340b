using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>A transaction that at least one wait observes. The lock of <see cref="PollScheduler"/> guards it.</summary>
internal sealed class PolledTransaction(string id, TimeSpan since)
{
    private PollPause _pause;

    public static IComparer<PolledTransaction> DueOrder { get; } = Comparer<PolledTransaction>.Create(
        static (x, y) => x.Due != y.Due ? x.Due.CompareTo(y.Due) : x.Sequence.CompareTo(y.Sequence));

    public string Id { get; } = id;

    /// <summary>When the first wait for it began.</summary>
    public TimeSpan Since { get; } = since;

    /// <summary>When the next poll is due.</summary>
    public TimeSpan Due { get; set; } = since;

    /// <summary>The order among transactions due at the same time.</summary>
    public long Sequence { get; set; }

    public bool IsPolling { get; set; }

    /// <summary>True when a change arrived during a poll.</summary>
    public bool PollsAgain { get; set; }

    public Transaction? Last { get; private set; }

    public Exception? LastFailure { get; set; }

    public List<IObserver<Transaction>> Observers { get; } = [];

    /// <summary>Canceled when nobody waits any more.</summary>
    public CancellationTokenSource Abandoned { get; } = new();

    /// <summary>Applies a newer state. Returns false if observers need no notification: nothing changed, or a late event would step back.</summary>
    public bool Accept(Transaction transaction)
    {
        if (!transaction.Replaces(Last))
        {
            return false;
        }

        var changed = transaction.DiffersFrom(Last);
        Last = transaction;
        if (changed)
        {
            _pause.Reset();
        }

        return changed;
    }

    /// <summary>Sets the next poll.</summary>
    public void BackOff(TimeSpan now, CoinMoebiusOptions options, double random) => Due = now + _pause.Next(options, random);
}
