namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>
/// Limits how many status requests start in any 60 seconds. The first half may start at once; the rest are spread evenly, so that many
/// waits do not cause one burst a minute. Thread-safe.
/// </summary>
internal sealed class PollBudget(TimeProvider timeProvider)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    // The maximum, even if Retry-After is longer: a mistaken header must not stop all waits for a day.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly object _gate = new();
    private readonly Queue<long> _calls = new();
    private readonly long _start = timeProvider.GetTimestamp();
    private TimeSpan _last;
    private TimeSpan _pausedUntil;
    private int _refusals;

    /// <summary>Counts a request that starts now, even over the limit.</summary>
    public void Count(int limit)
    {
        lock (_gate)
        {
            var now = Now();
            Forget(now, limit - 1);
            _calls.Enqueue(now.Ticks);
            _last = now;
        }
    }

    /// <summary>Returns zero when a request may start now; otherwise the time until the next check.</summary>
    public TimeSpan UntilFree(int limit)
    {
        lock (_gate)
        {
            var now = Now();
            Forget(now, limit);
            var free = _pausedUntil;
            if (_calls.Count >= limit)
            {
                // One tick more: two requests exactly a minute apart are within "any 60 seconds".
                free = Later(free, TimeSpan.FromTicks(_calls.Peek() + Minute.Ticks + 1));
            }
            else if (_calls.Count * 2 >= limit)
            {
                free = Later(free, _last + TimeSpan.FromTicks(Minute.Ticks / limit));
            }

            return free > now ? free - now : TimeSpan.Zero;
        }
    }

    /// <summary>Pauses all polling after a rate-limit response, for its Retry-After or for a growing time.</summary>
    public void Refused(TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            var pause = retryAfter ?? TimeSpan.FromTicks(FirstPause.Ticks << Math.Min(_refusals, 10));
            _refusals++;
            _pausedUntil = Later(_pausedUntil, Now() + (pause < LongestPause ? pause : LongestPause));
        }
    }

    /// <summary>Notes that the API responded, so that the next refusal starts with a short pause.</summary>
    public void Answered()
    {
        lock (_gate)
        {
            _refusals = 0;
        }
    }

    private static TimeSpan Later(TimeSpan x, TimeSpan y) => x > y ? x : y;

    private TimeSpan Now() => timeProvider.GetElapsedTime(_start);

    /// <summary>Drops calls older than a minute, and all but the newest <paramref name="keep"/>.</summary>
    private void Forget(TimeSpan now, int keep)
    {
        while (_calls.Count > 0 && (_calls.Count > keep || now.Ticks - _calls.Peek() > Minute.Ticks))
        {
            _calls.Dequeue();
        }
    }
}
