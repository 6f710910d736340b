namespace CoinMoebius.Sdk;

/// <summary>How to wait for a transaction.</summary>
public sealed class WaitOptions
{
    /// <summary>
    /// The longest to wait, up to 24 days; a <see cref="CoinMoebiusTimeoutException"/> ends the wait then. Null or
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> waits until the token is canceled.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Hears of the transaction when first seen and whenever its status or amount changes. Be quick: other waits stand by.</summary>
    public IProgress<Transaction>? Progress { get; init; }

    /// <summary>
    /// When to stop; null stops at a final status (<see cref="Events.PaymentStatus.IsFinal"/>). Asked at each change, before which
    /// <see cref="Progress"/> has heard of it. Be quick: other waits stand by. What it throws ends the wait.
    /// </summary>
    public Func<Transaction, bool>? Until { get; init; }
}
