namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Never more than a limit of calls in any minute. Not safe for concurrent use: its owner holds a lock.</summary>
internal sealed class MinuteBudget(TimeProvider timeProvider)
{
    private readonly Queue<DateTimeOffset> _calls = new();

    /// <summary>Counts a call that begins now; false when the minute's calls are spent.</summary>
    public bool TrySpend(int limit)
    {
        var now = timeProvider.GetUtcNow();

        // A clock that was set back must not leave the budget spent until it has caught up.
        while (_calls.Count > 0 && (now - _calls.Peek() >= TimeSpan.FromMinutes(1) || _calls.Peek() > now))
        {
            _calls.Dequeue();
        }

        if (_calls.Count >= limit)
        {
            return false;
        }

        _calls.Enqueue(now);
        return true;
    }
}
