namespace CoinMoebius.Faults.Plan;

/// <summary>Always the same time.</summary>
public sealed class FixedClock(DateTimeOffset time) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => time;
}
