using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>A transaction some wait is for. The lock of <see cref="PollScheduler"/> guards it.</summary>
internal sealed class PolledTransaction(string id, TimeSpan since)
{
    private PollPause _pause;

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

    /// <summary>True when news came while an answer was on its way.</summary>
    public bool IsHurried { get; set; }

    public Transaction? Last { get; private set; }

    public Exception? LastFailure { get; set; }

    public List<IObserver<Transaction>> Observers { get; } = [];

    /// <summary>Canceled when nobody waits any more.</summary>
    public CancellationTokenSource Abandoned { get; } = new();

    /// <summary>Takes in a newer state. False when waiters need not hear of it: no change, or late news that would step back.</summary>
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
