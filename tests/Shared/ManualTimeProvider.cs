namespace CoinMoebius.Tests.Shared;

/// <summary>
/// A clock that stands still until it is told to move. Timers made from it, and delays and time-outs built on them, fire inside
/// <see cref="Advance"/> on the calling thread, in the order in which they are due.
/// </summary>
/// <remarks>
/// While a timer's callback runs, the clock shows the time that timer was due, so an hour passes in one call just as it would in
/// reality; Microsoft's <c>FakeTimeProvider</c> shows the time of arrival, so what a callback arms is late. A timer that is due at once fires at the next <see cref="Advance"/>, also of <see cref="TimeSpan.Zero"/>. All members are
/// thread-safe; two threads that advance take turns.
/// </remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly object _turn = new();
    private readonly object _state = new();
    private readonly SortedSet<ManualTimer> _armed = new(ManualTimer.DueOrder);
    private DateTimeOffset _now;
    private long _elapsedTicks;
    private long _sequence;

    /// <summary>Creates a clock at 2026-01-01T00:00:00Z.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Creates a clock at a time of your choice.</summary>
    /// <param name="start">The time it shows; kept in UTC.</param>
    public ManualTimeProvider(DateTimeOffset start) => _now = start.ToUniversalTime();

    /// <summary>UTC, so that no test depends on where it runs.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Ticks of 100 ns.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers are armed. A test can tell by it that the code under test waits.</summary>
    public int ActiveTimerCount
    {
        get
        {
            lock (_state)
            {
                return _armed.Count;
            }
        }
    }

    /// <summary>When the next timer is due; null when none is armed.</summary>
    public DateTimeOffset? NextTimerDue
    {
        get
        {
            lock (_state)
            {
                return _armed.Min is { } next ? _now.AddTicks(next.Due - _elapsedTicks) : null;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_state)
        {
            return _now;
        }
    }

    /// <summary>The time passed since the clock was made, in ticks. Moves exactly with <see cref="GetUtcNow"/>.</summary>
    public override long GetTimestamp()
    {
        lock (_state)
        {
            return _elapsedTicks;
        }
    }

    /// <summary>Moves the clock forward and fires every timer that falls due on the way, those armed meanwhile included.</summary>
    /// <param name="by">How far; zero fires what is due now.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        if (by < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(by), by, "Time cannot go back.");
        }

        lock (_turn)
        {
            // Timers of the system fire without a context. With one, as test frameworks set it, continuations would be posted elsewhere
            // and run after this call.
            var context = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(null);
            try
            {
                var target = GetTimestamp() + by.Ticks;
                while (TakeDue(target) is { } timer)
                {
                    timer.Fire();
                }
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(context);
            }
        }
    }

    /// <summary>Moves the clock forward to a time, as <see cref="Advance"/> does.</summary>
    /// <param name="value">The time to show.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies in the past of this clock.</exception>
    public void SetUtcNow(DateTimeOffset value)
    {
        lock (_turn)
        {
            var now = GetUtcNow();
            if (value < now)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, $"The clock shows {now:O}; it cannot go back.");
            }

            Advance(value - now);
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_state)
        {
            _armed.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.Period = period;
                Arm(timer, _elapsedTicks + dueTime.Ticks);
            }
        }
    }

    internal void Disarm(ManualTimer timer)
    {
        lock (_state)
        {
            _armed.Remove(timer);
        }
    }

    /// <summary>Takes the next timer due, with the clock set to its time; without one sets the clock to the target.</summary>
    private ManualTimer? TakeDue(long target)
    {
        lock (_state)
        {
            if (_armed.Min is not { } timer || timer.Due > target)
            {
                MoveTo(target);
                return null;
            }

            _armed.Remove(timer);
            MoveTo(timer.Due);
            if (timer.Period > TimeSpan.Zero)
            {
                Arm(timer, timer.Due + timer.Period.Ticks);
            }

            return timer;
        }
    }

    // A callback that advances the clock itself may have moved it beyond the outer target.
    private void MoveTo(long elapsedTicks)
    {
        if (elapsedTicks > _elapsedTicks)
        {
            _now = _now.AddTicks(elapsedTicks - _elapsedTicks);
            _elapsedTicks = elapsedTicks;
        }
    }

    private void Arm(ManualTimer timer, long due)
    {
        timer.Due = due;
        timer.Sequence = ++_sequence;
        _armed.Add(timer);
    }
}
