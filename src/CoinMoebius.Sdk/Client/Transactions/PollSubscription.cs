namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>One observer of a polled transaction; disposing it ends its part in the polling.</summary>
internal sealed class PollSubscription(
    PollScheduler scheduler, PolledTransaction transaction, IObserver<Transaction> observer, Transaction? known) : IDisposable
{
    /// <summary>What others who wait for the transaction have seen already.</summary>
    public Transaction? Known { get; } = known;

    /// <summary>Why the last poll failed; null when it did not.</summary>
    public Exception? LastFailure => transaction.LastFailure;

    public void Dispose() => scheduler.Unsubscribe(transaction, observer);
}
