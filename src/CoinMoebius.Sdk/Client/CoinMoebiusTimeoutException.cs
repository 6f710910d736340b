using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk;

/// <summary>A wait ended because its <see cref="WaitOptions.Timeout"/> elapsed. The payment may still succeed later.</summary>
/// <remarks>
/// As after every time limit of the SDK, the inner exception is a <see cref="TimeoutException"/>; its cause is the failure of the last poll,
/// if that one failed. The message holds no ids or amounts and may be logged.
/// </remarks>
public sealed class CoinMoebiusTimeoutException : CoinMoebiusException
{
    /// <summary>Creates the exception.</summary>
    public CoinMoebiusTimeoutException()
    {
    }

    /// <summary>Creates the exception with a message that holds no secret.</summary>
    /// <param name="message">What went wrong.</param>
    public CoinMoebiusTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message that holds no secret, and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CoinMoebiusTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal CoinMoebiusTimeoutException(TimeSpan timeout, Transaction? last, Exception? lastFailure)
        : base(
            $"The transaction was {Describe(last)} when the wait ended after {timeout}.",
            new TimeoutException($"The time limit of the wait was {timeout}.", lastFailure)) => LastTransaction = last;

    /// <summary>The transaction as last seen; null when the API did not know it yet or did not respond.</summary>
    public Transaction? LastTransaction { get; init; }

    // An unknown status is text from the API, so the message omits it.
    private static string Describe(Transaction? last) => last?.Status switch
    {
        null => "not found yet",
        { Value: PaymentStatus.Values.Pending or PaymentStatus.Values.PendingManual } => "pending",
        { Value: PaymentStatus.Values.Partial } => "partly paid",
        _ => "in another state",
    };
}
