using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>A clock of the test's that tells when somebody waits for a certain time.</summary>
internal sealed class WatchedClock(TimeSpan watched) : TimeProvider
{
    private readonly ManualTimeProvider _clock = new();
    private readonly SemaphoreSlim _waits = new(0);

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime == watched)
        {
            _waits.Release();
        }

        return timer;
    }

    /// <summary>Waits until somebody waits; each wait is told once.</summary>
    public async Task IsWaitedForAsync() => (await _waits.WaitAsync(TimeSpan.FromSeconds(60))).Should().BeTrue("somebody should wait for {0}", watched);

    public void Advance(TimeSpan by) => _clock.Advance(by);
}
