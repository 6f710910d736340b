namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>Wakes the dispatcher of this process. Many signals before a wait count as one.</summary>
internal sealed class InboxSignal
{
    private readonly object _gate = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>There may be something to do.</summary>
    public void Set()
    {
        lock (_gate)
        {
            _next.TrySetResult();
        }
    }

    /// <summary>Takes the signals so far, to wait for the next: look for work between this and waiting.</summary>
    public Task Next()
    {
        lock (_gate)
        {
            if (_next.Task.IsCompleted)
            {
                _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return _next.Task;
        }
    }
}
