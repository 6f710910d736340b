namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// How much the status endpoint remembers, and how much of the API's budget (60 status calls a minute without a higher limit) anonymous
/// browsers may spend.
/// </summary>
public sealed class PaymentStatusSourceOptions
{
    /// <summary>How many payments are remembered; the oldest are forgotten. 10,000 unless set. Read once, when the application starts.</summary>
    public int Capacity { get; set; } = 10_000;

    /// <summary>How long an answer of the API is given again without asking. Five seconds unless set.</summary>
    public TimeSpan CacheDuration { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long it is remembered that the API does not know an id. Fifteen seconds unless set.</summary>
    public TimeSpan UnknownCacheDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How often a minute the API is asked at most about ids that the ledger or an earlier answer knows, for all browsers together. 30
    /// unless set; 0 never asks. Beyond that they get the last answer.
    /// </summary>
    public int MaxCallsPerMinute { get; set; } = 30;

    /// <summary>
    /// How often a minute the API is asked at most about other ids, which anybody can make up; those asked for most come first. 15 unless
    /// set; never more than <see cref="MaxCallsPerMinute"/>.
    /// </summary>
    public int MaxUnknownCallsPerMinute { get; set; } = 15;
}
