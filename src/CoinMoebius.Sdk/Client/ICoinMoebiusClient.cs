using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>The Coin Moebius Cloud API. Thread-safe; one per project and process, so that all waits share one budget of polls.</summary>
/// <remarks>
/// Every call may throw <see cref="CoinMoebiusApiException"/> or a derived exception when the API refuses,
/// <see cref="CoinMoebiusTransportException"/> when no response comes, <see cref="OperationCanceledException"/> with the token that was
/// passed, and <see cref="OptionsValidationException"/> when the options were changed into unusable ones.
/// Source: coinmoebius.com/docs/api.
/// </remarks>
public interface ICoinMoebiusClient : IApiClient
{
    /// <summary>Starts a payment. The client retries only when the API has certainly not acted on it, so no buyer pays twice.</summary>
    /// <param name="request">What to pay and through whom.</param>
    /// <param name="cancellationToken">Cancels the call; the payment may have been created nevertheless.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<Checkout> CreateCheckoutAsync(CheckoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a payment or subscription once. The call counts in the budget of polls, but does not wait for it.</summary>
    /// <param name="transactionId">The id, from <see cref="Checkout.TransactionId"/> or a webhook.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is empty or cannot be part of a path.</exception>
    Task<Transaction> GetStatusAsync(string transactionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Waits until a transaction is final, or until <see cref="WaitOptions.Until"/> says so. Polls at growing intervals within the
    /// budget all waits of this client share; a webhook that arrives in the same process ends the wait at once.
    /// </summary>
    /// <remarks>
    /// The wait survives outages and 429. It accepts an id that the API does not know for <see cref="CoinMoebiusOptions.NotFoundGracePeriod"/>;
    /// a refused key or request ends the wait.
    /// </remarks>
    /// <param name="transactionId">The id, from <see cref="Checkout.TransactionId"/> or a webhook.</param>
    /// <param name="options">How to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The id is empty or cannot be part of a path, or the time-out is out of range.</exception>
    /// <exception cref="CoinMoebiusTimeoutException"><see cref="WaitOptions.Timeout"/> was over.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    Task<Transaction> WaitForCompletionAsync(string transactionId, WaitOptions options, CancellationToken cancellationToken = default);

    /// <summary>
    /// Yields a transaction when first seen and at each change of its status or amount, and ends after the last. Polls as
    /// <see cref="WaitForCompletionAsync"/> does and throws the same exceptions.
    /// </summary>
    /// <param name="transactionId">The id, from <see cref="Checkout.TransactionId"/> or a webhook.</param>
    /// <param name="options">How to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    IAsyncEnumerable<Transaction> WatchAsync(string transactionId, WaitOptions options, CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates a page of the provider where the buyer manages a subscription. The page is short-lived: create it when the buyer wants it.
    /// </summary>
    /// <param name="request">Which subscription.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page; https, or http on a loopback address.</returns>
    /// <exception cref="ArgumentException">The id cannot be part of a path, or the address may not be used.</exception>
    Task<Uri> CreatePortalUrlAsync(PortalRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads which providers a buyer can choose.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ProjectInfo> GetProjectInfoAsync(CancellationToken cancellationToken = default);

    /// <summary>The webhook address of Coin Moebius to paste into a provider's dashboard. Makes no call.</summary>
    /// <param name="provider">The provider.</param>
    /// <exception cref="ArgumentException">The provider is empty.</exception>
    Uri GetWebhookUrl(PaymentProvider provider);
}
