namespace CoinMoebius.Sdk.Testing;

/// <summary>Limits calls within any 60 seconds, exactly: it remembers each accepted call for a minute.</summary>
internal sealed class SlidingWindowLimit(TimeProvider timeProvider)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _accepted = new(StringComparer.Ordinal);

    /// <summary>Counts a call, or returns how long to wait until one is allowed again.</summary>
    public bool TryEnter(string caller, int limit, out TimeSpan retryAfter)
    {
        lock (_gate)
        {
            var now = timeProvider.GetUtcNow();
            if (!_accepted.TryGetValue(caller, out var calls))
            {
                _accepted[caller] = calls = new();
            }

            while (calls.TryPeek(out var oldest) && oldest + Window <= now)
            {
                calls.Dequeue();
            }

            if (calls.Count < limit)
            {
                calls.Enqueue(now);
                retryAfter = TimeSpan.Zero;
                return true;
            }

            retryAfter = calls.Peek() + Window - now;
            return false;
        }
    }
}
