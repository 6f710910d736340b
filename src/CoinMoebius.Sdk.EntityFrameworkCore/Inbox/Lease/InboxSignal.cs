namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;

/// <summary>Wakes the dispatcher of this process, with the event number to start from. Signals before a wait are combined into one.</summary>
internal sealed class InboxSignal
{
    /// <summary>Continue after the last query: new events have higher numbers.</summary>
    public const long After = long.MaxValue;

    private readonly object _gate = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _from = After;

    /// <summary>Wakes the dispatcher.</summary>
    /// <param name="from">The number of the first event to look at; 0 for the whole table.</param>
    public void Set(long from)
    {
        lock (_gate)
        {
            _from = Math.Min(_from, from);
            _next.TrySetResult();
        }
    }

    /// <summary>Remembers where to look, without waking the dispatcher.</summary>
    /// <param name="from">As in <see cref="Set"/>.</param>
    public void Note(long from)
    {
        lock (_gate)
        {
            _from = Math.Min(_from, from);
        }
    }

    /// <summary>Takes the signals so far, and a task that completes with the next one. Query the table between this call and waiting.</summary>
    public (Task Next, long From) Take()
    {
        lock (_gate)
        {
            if (_next.Task.IsCompleted)
            {
                _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            var from = _from;
            _from = After;
            return (_next.Task, from);
        }
    }
}
