using System.Threading.Channels;
using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>A clock of the test's that tells when somebody waits for a certain time.</summary>
internal sealed class WatchedClock(TimeSpan watched) : TimeProvider
{
    private readonly ManualTimeProvider _clock = new();
    private readonly Channel<bool> _waits = Channel.CreateUnbounded<bool>();

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime == watched)
        {
            _waits.Writer.TryWrite(true);
        }

        return timer;
    }

    /// <summary>Waits until somebody waits; each wait is told once.</summary>
    public Task IsWaitedForAsync() => _waits.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public void Advance(TimeSpan by) => _clock.Advance(by);
}
