using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Sdk.Testing.Tests;

public sealed class ManualTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 14, 1, 4, 21, TimeSpan.Zero);

    private readonly ManualTimeProvider _clock = new(Start);

    [Test]
    public void It_stands_still()
    {
        _clock.GetUtcNow().Should().Be(Start);
        _clock.GetUtcNow().Should().Be(Start);
        _clock.LocalTimeZone.Should().Be(TimeZoneInfo.Utc);
    }

    [Test]
    public void The_start_is_kept_in_utc()
    {
        new ManualTimeProvider(new DateTimeOffset(2026, 1, 1, 2, 0, 0, TimeSpan.FromHours(2))).GetUtcNow().Offset.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public void Timestamps_move_with_the_time()
    {
        var before = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromMilliseconds(1500));

        _clock.GetElapsedTime(before).Should().Be(TimeSpan.FromMilliseconds(1500));
        _clock.GetUtcNow().Should().Be(Start.AddMilliseconds(1500));
    }

    [Test]
    public void Timers_fire_in_the_order_they_are_due_at_the_time_they_are_due()
    {
        var fired = new List<(string Name, double At)>();
        using var late = Timer("late", 30, fired);
        using var early = Timer("early", 10, fired);
        using var twin = Timer("twin", 10, fired);
        using var never = Timer("never", 31, fired);

        _clock.Advance(TimeSpan.FromSeconds(30));

        fired.Should().Equal(("early", 10), ("twin", 10), ("late", 30));
        _clock.ActiveTimerCount.Should().Be(1);
        _clock.NextTimerDue.Should().Be(Start.AddSeconds(31));
    }

    [Test]
    public void A_timer_armed_by_a_callback_fires_in_the_same_advance()
    {
        var fired = new List<(string Name, double At)>();
        ITimer? second = null;
        using var first = _clock.CreateTimer(
            _ => second = Timer("second", 5, fired), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(10));

        fired.Should().Equal(("second", 10));
        second!.Dispose();
    }

    [Test]
    public void A_timer_due_at_once_waits_for_the_next_advance()
    {
        var fired = new List<(string Name, double At)>();
        using var timer = Timer("now", 0, fired);
        fired.Should().BeEmpty();

        _clock.Advance(TimeSpan.Zero);

        fired.Should().Equal(("now", 0));
    }

    [Test]
    public void A_periodic_timer_fires_at_each_period_until_disposed()
    {
        var at = new List<double>();
        var timer = _clock.CreateTimer(_ => at.Add(Seconds()), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        _clock.Advance(TimeSpan.FromSeconds(25));
        timer.Dispose();

        _clock.Advance(TimeSpan.FromSeconds(100));

        at.Should().Equal(1, 11, 21);
    }

    [Test]
    public void A_zero_period_fires_once()
    {
        var count = 0;
        using var timer = _clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.Zero);

        _clock.Advance(TimeSpan.FromSeconds(10));

        count.Should().Be(1);
    }

    [Test]
    public void Change_rearms_and_stops_a_timer()
    {
        var fired = new List<(string Name, double At)>();
        using var timer = Timer("timer", 5, fired);

        timer.Change(TimeSpan.FromSeconds(8), Timeout.InfiniteTimeSpan).Should().BeTrue();
        _clock.Advance(TimeSpan.FromSeconds(9));
        timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromSeconds(9));

        fired.Should().Equal(("timer", 8));
    }

    [Test]
    public async Task A_disposed_timer_cannot_be_changed()
    {
        var timer = Timer("timer", 5, []);
        await timer.DisposeAsync();

        timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan).Should().BeFalse();
        _clock.ActiveTimerCount.Should().Be(0);
        _clock.NextTimerDue.Should().BeNull();
    }

    [Test]
    public void A_callback_may_dispose_a_timer_that_is_due_at_the_same_time()
    {
        var fired = new List<(string Name, double At)>();
        ITimer? victim = null;
        using var killer = _clock.CreateTimer(_ => victim!.Dispose(), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        victim = Timer("victim", 5, fired);

        _clock.Advance(TimeSpan.FromSeconds(5));

        fired.Should().BeEmpty();
    }

    [Test]
    public async Task Delays_and_cancellation_run_on_it()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), _clock);
        using var timeout = new CancellationTokenSource(TimeSpan.FromHours(2), _clock);

        _clock.Advance(TimeSpan.FromHours(1));
        await delay;
        timeout.IsCancellationRequested.Should().BeFalse();

        _clock.Advance(TimeSpan.FromHours(1));
        timeout.IsCancellationRequested.Should().BeTrue();
    }

    [Test]
    public void Continuations_run_inside_advance_even_under_a_synchronization_context()
    {
        var ours = new OtherContext();
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(ours);
        try
        {
            var steps = new List<double>();
            _ = Run(steps);

            _clock.Advance(TimeSpan.FromSeconds(3));

            steps.Should().Equal(1, 3);
            SynchronizationContext.Current.Should().BeSameAs(ours);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        async Task Run(List<double> steps)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), _clock).ConfigureAwait(false);
            steps.Add(Seconds());
            await Task.Delay(TimeSpan.FromSeconds(2), _clock).ConfigureAwait(false);
            steps.Add(Seconds());
        }
    }

    [Test]
    public void SetUtcNow_fires_what_is_due_on_the_way()
    {
        var fired = new List<(string Name, double At)>();
        using var timer = Timer("timer", 5, fired);

        _clock.SetUtcNow(Start.AddMinutes(1));

        fired.Should().Equal(("timer", 5));
        _clock.GetUtcNow().Should().Be(Start.AddMinutes(1));
    }

    [Test]
    public void Time_cannot_go_back()
    {
        _clock.Invoking(clock => clock.Advance(TimeSpan.FromTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();
        _clock.Invoking(clock => clock.SetUtcNow(Start.AddTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [TestCase(-2)]
    [TestCase(4294967295L)]
    public void A_timer_refuses_times_the_system_refuses(long milliseconds)
    {
        var act = () => _clock.CreateTimer(_ => { }, null, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);

        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void A_callback_may_advance_the_clock()
    {
        using var timer = _clock.CreateTimer(
            _ => _clock.Advance(TimeSpan.FromSeconds(50)), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(10));

        Seconds().Should().Be(55);
    }

    [Test]
    public void Callbacks_see_the_async_locals_of_their_maker()
    {
        var local = new AsyncLocal<string> { Value = "maker" };
        string? seen = null;
        using var timer = _clock.CreateTimer(_ => seen = local.Value, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        local.Value = "later";

        _clock.Advance(TimeSpan.FromSeconds(1));

        seen.Should().Be("maker");
    }

    [Test]
    public void Threads_that_advance_take_turns_and_lose_nothing()
    {
        var count = 0;
        using var timer = _clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        Parallel.For(0, 100, _ => _clock.Advance(TimeSpan.FromSeconds(1)));

        count.Should().Be(100);
        Seconds().Should().Be(100);
    }

    private sealed class OtherContext : SynchronizationContext;

    private double Seconds() => (_clock.GetUtcNow() - Start).TotalSeconds;

    private ITimer Timer(string name, double seconds, List<(string Name, double At)> fired) =>
        _clock.CreateTimer(_ => fired.Add((name, Seconds())), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
}
