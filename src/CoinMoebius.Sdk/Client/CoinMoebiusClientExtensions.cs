namespace CoinMoebius.Sdk;

/// <summary>Short forms of the calls of <see cref="ICoinMoebiusClient"/>.</summary>
public static class CoinMoebiusClientExtensions
{
    private static readonly WaitOptions UntilFinal = new();

    /// <summary>Waits until a transaction is final, without a time limit.</summary>
    /// <inheritdoc cref="ICoinMoebiusClient.WaitForCompletionAsync"/>
    /// <param name="client">The client.</param>
    /// <param name="transactionId">The id, from <see cref="Checkout.TransactionId"/> or a webhook.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<Transaction> WaitForCompletionAsync(
        this ICoinMoebiusClient client, string transactionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.WaitForCompletionAsync(transactionId, UntilFinal, cancellationToken);
    }

    /// <summary>Yields a transaction when first seen and at each change until it is final, without a time limit.</summary>
    /// <inheritdoc cref="ICoinMoebiusClient.WatchAsync"/>
    /// <param name="client">The client.</param>
    /// <param name="transactionId">The id, from <see cref="Checkout.TransactionId"/> or a webhook.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static IAsyncEnumerable<Transaction> WatchAsync(
        this ICoinMoebiusClient client, string transactionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.WatchAsync(transactionId, UntilFinal, cancellationToken);
    }
}
