namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The capacity of the in-memory inbox of inline handling.</summary>
public sealed class InMemoryInboxOptions
{
    /// <summary>
    /// How many events the inbox keeps to detect repeated deliveries; beyond that it drops the oldest. 10,000 by default, about 5 MB. Read
    /// once, when the application starts.
    /// </summary>
    public int Capacity { get; set; } = 10_000;
}
