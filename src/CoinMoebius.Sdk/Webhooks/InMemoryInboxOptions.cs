namespace CoinMoebius.Sdk.Webhooks;

/// <summary>How much the in-memory inbox of inline handling remembers.</summary>
public sealed class InMemoryInboxOptions
{
    /// <summary>
    /// How many events are remembered to recognise a second delivery; the oldest are forgotten. 10,000 by default, about 5 MB. Read
    /// once, when the application starts.
    /// </summary>
    public int Capacity { get; set; } = 10_000;
}
