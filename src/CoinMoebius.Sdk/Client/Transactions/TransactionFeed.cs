namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>Passes the changes that a wait reports to its one reader.</summary>
internal sealed class TransactionFeed(IProgress<Transaction>? next) : IProgress<Transaction>
{
    private readonly object _gate = new();
    private readonly Queue<Transaction> _changes = new();
    private TaskCompletionSource<bool> _news = NewSignal();

    public void Report(Transaction value)
    {
        lock (_gate)
        {
            _changes.Enqueue(value);
            _news.TrySetResult(true);
        }

        next?.Report(value);
    }

    /// <summary>Completes when there is a change to take.</summary>
    public Task News
    {
        get
        {
            lock (_gate)
            {
                return _news.Task;
            }
        }
    }

    public bool TryTake(out Transaction? change)
    {
        lock (_gate)
        {
            if (_changes.Count > 0)
            {
                change = _changes.Dequeue();
                return true;
            }

            if (_news.Task.IsCompleted)
            {
                _news = NewSignal();
            }

            change = null;
            return false;
        }
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
