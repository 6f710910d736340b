namespace CoinMoebius.Sdk.Tests.Support;

/// <summary>A clock that stands still, or is set by hand.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public static readonly DateTimeOffset Epoch = new(2026, 5, 14, 1, 4, 21, TimeSpan.Zero);

    public FixedClock()
        : this(Epoch)
    {
    }

    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
