namespace CoinMoebius.Cli.Webhooks;

/// <summary>The clock of the verifiers, which the run sets for each case. Cases run one after the other.</summary>
/// <param name="system">The clock for cases that name no time.</param>
internal sealed class CaseClock(TimeProvider system) : TimeProvider
{
    /// <summary>The current time; null for the system clock.</summary>
    public DateTimeOffset? Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now ?? system.GetUtcNow();
}
