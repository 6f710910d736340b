namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>
/// Counts status requests so that never more than the limit begin in any 60 seconds. Half of them may go at once; the rest are spread
/// evenly, so that many waits do not make one burst a minute. Thread-safe.
/// </summary>
internal sealed class PollBudget(TimeProvider timeProvider)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    // An API that asks for more is asked again after this; a mistaken header must not stop all waits for a day.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly object _gate = new();
    private readonly Queue<long> _calls = new();
    private readonly long _start = timeProvider.GetTimestamp();
    private TimeSpan _last;
    private TimeSpan _pausedUntil;
    private int _refusals;

    /// <summary>Counts a request that begins now, whether or not one was free.</summary>
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

    /// <summary>Zero when a request may begin now; else how long to wait before asking again.</summary>
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

    /// <summary>The API refused a request as one too many: nobody polls for the time it asks, or for a growing one.</summary>
    public void Refused(TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            var pause = retryAfter ?? TimeSpan.FromTicks(FirstPause.Ticks << Math.Min(_refusals, 10));
            _refusals++;
            _pausedUntil = Later(_pausedUntil, Now() + (pause < LongestPause ? pause : LongestPause));
        }
    }

    /// <summary>The API answered, so the next refusal starts with a short pause.</summary>
    public void Answered()
    {
        lock (_gate)
        {
            _refusals = 0;
        }
    }

    private static TimeSpan Later(TimeSpan x, TimeSpan y) => x > y ? x : y;

    private TimeSpan Now() => timeProvider.GetElapsedTime(_start);

    /// <summary>Drops what is older than a minute; of more calls than <paramref name="keep"/> the newest decide when one is free.</summary>
    private void Forget(TimeSpan now, int keep)
    {
        while (_calls.Count > 0 && (_calls.Count > keep || now.Ticks - _calls.Peek() > Minute.Ticks))
        {
            _calls.Dequeue();
        }
    }
}
