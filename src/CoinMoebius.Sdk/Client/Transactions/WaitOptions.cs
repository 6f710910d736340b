namespace CoinMoebius.Sdk;

/// <summary>How to wait for a transaction.</summary>
public sealed class WaitOptions
{
    /// <summary>
    /// The maximum time to wait, up to 24 days; then a <see cref="CoinMoebiusTimeoutException"/> ends the wait. Null or
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> waits until the token is canceled.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Receives the first state of the transaction and each change of status or amount. Return quickly: other waits depend on it.</summary>
    public IProgress<Transaction>? Progress { get; init; }

    /// <summary>
    /// Returns true to end the wait; null waits for a final status (<see cref="Events.PaymentStatus.IsFinal"/>). The client calls it at each
    /// change, after <see cref="Progress"/>. Return quickly: other waits depend on it. An exception from it ends the wait.
    /// </summary>
    public Func<Transaction, bool>? Until { get; init; }
}
