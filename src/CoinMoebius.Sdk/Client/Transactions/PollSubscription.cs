namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>The subscription of one observer to a polled transaction; disposing it removes the observer.</summary>
internal sealed class PollSubscription(
    PollScheduler scheduler, PolledTransaction transaction, IObserver<Transaction> observer, Transaction? known) : IDisposable
{
    /// <summary>The state that other waits for the transaction have already seen.</summary>
    public Transaction? Known { get; } = known;

    /// <summary>The failure of the last poll; null when it succeeded.</summary>
    public Exception? LastFailure => transaction.LastFailure;

    public void Dispose() => scheduler.Unsubscribe(transaction, observer);
}
