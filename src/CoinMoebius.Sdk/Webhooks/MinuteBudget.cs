namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Limits the calls in any minute. Not thread-safe: its owner holds a lock.</summary>
internal sealed class MinuteBudget(TimeProvider timeProvider)
{
    private readonly Queue<DateTimeOffset> _calls = new();

    /// <summary>Counts a call that starts now; false when the limit of the minute is reached.</summary>
    public bool TrySpend(int limit)
    {
        var now = timeProvider.GetUtcNow();

        // A clock that was set back must not block the budget until it has caught up.
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
