namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;

/// <summary>Wakes the dispatcher of this process, and tells it where to look. Many signals before a wait count as one.</summary>
internal sealed class InboxSignal
{
    /// <summary>Look where the last look left off: what is new comes after it.</summary>
    public const long After = long.MaxValue;

    private readonly object _gate = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _from = After;

    /// <summary>There may be something to do.</summary>
    /// <param name="from">The number of the event from which on; 0 for all of the table.</param>
    public void Set(long from)
    {
        lock (_gate)
        {
            _from = Math.Min(_from, from);
            _next.TrySetResult();
        }
    }

    /// <summary>Remembers where to look, without haste.</summary>
    /// <param name="from">As in <see cref="Set"/>.</param>
    public void Note(long from)
    {
        lock (_gate)
        {
            _from = Math.Min(_from, from);
        }
    }

    /// <summary>Takes the signals so far, to wait for the next: look for work between this and waiting.</summary>
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
