using System.Threading.Channels;
using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Sdk.Tests.Support;

/// <summary>A manual clock that moves over each pause once it has begun. Timers of half an hour or more are limits, not pauses.</summary>
internal sealed class PauseClock : TimeProvider
{
    private readonly ManualTimeProvider _clock = new();
    private readonly Channel<bool> _begun = Channel.CreateUnbounded<bool>();

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime >= TimeSpan.Zero && dueTime < TimeSpan.FromMinutes(30))
        {
            _begun.Writer.TryWrite(true);
        }

        return timer;
    }

    /// <summary>Lets the time of all pauses pass until the work ends.</summary>
    public async Task RunAsync(Task work)
    {
        while (true)
        {
            var begun = _begun.Reader.WaitToReadAsync().AsTask();
            if (await Task.WhenAny(work, begun) == work)
            {
                await work;
                return;
            }

            _begun.Reader.TryRead(out _);
            _clock.Advance(_clock.NextTimerDue!.Value - _clock.GetUtcNow());
        }
    }
}
