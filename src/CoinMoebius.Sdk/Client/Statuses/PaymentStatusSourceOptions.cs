namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// How many payments the status endpoint keeps, and how much of the API's limit (60 status calls a minute without a higher one)
/// anonymous browsers may use.
/// </summary>
public sealed class PaymentStatusSourceOptions
{
    /// <summary>How many payments the source keeps; it drops the oldest beyond that. 10,000 by default. Read once, at start-up.</summary>
    public int Capacity { get; set; } = 10_000;

    /// <summary>How long the source returns a result of the API from its cache. Five seconds by default.</summary>
    public TimeSpan CacheDuration { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the source caches that the API does not know an id. Fifteen seconds by default.</summary>
    public TimeSpan UnknownCacheDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The maximum number of API calls per minute, for all browsers together, about ids that the ledger or an earlier result knows. 30 by
    /// default; 0 makes no calls. Beyond the limit, browsers get the last result.
    /// </summary>
    public int MaxCallsPerMinute { get; set; } = 30;

    /// <summary>
    /// The maximum number of API calls per minute about other ids, which anybody can make up; the most requested ids come first. 15 by
    /// default; never more than <see cref="MaxCallsPerMinute"/>.
    /// </summary>
    public int MaxUnknownCallsPerMinute { get; set; } = 15;
}
