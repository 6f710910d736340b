using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>The Coin Moebius Cloud API. Thread-safe; one per project and process, so that all waits share one budget of polls.</summary>
/// <remarks>
/// Every call may throw <see cref="CoinMoebiusApiException"/> or one of its kinds when the API refuses,
/// <see cref="CoinMoebiusTransportException"/> when no answer comes, <see cref="OperationCanceledException"/> with the token that was
/// passed, and <see cref="OptionsValidationException"/> when the options were changed into unusable ones.
/// Source: coinmoebius.com/docs/api.
/// </remarks>
public interface ICoinMoebiusClient
{
    /// <summary>Starts a payment. Tried again only when the API has certainly not acted on it, so no buyer is charged twice.</summary>
    /// <param name="request">What to pay and through whom.</param>
    /// <param name="cancellationToken">Cancels the call; the payment may have been created nevertheless.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<Checkout> CreateCheckoutAsync(CheckoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks for a payment or subscription once. Counts in the budget of polls, but does not wait for it.</summary>
    /// <param name="transactionId">The id, from <see cref="Checkout.TransactionId"/> or a webhook.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is empty or cannot stand in a path.</exception>
    Task<Transaction> GetStatusAsync(string transactionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Waits until a transaction is final, or until <see cref="WaitOptions.Until"/> says so. Polls at growing intervals within the
    /// budget all waits of this client share; a webhook that arrives in the same process ends the wait at once.
    /// </summary>
    /// <remarks>
    /// Outages and 429 are waited out. An id the API does not know is accepted for <see cref="CoinMoebiusOptions.NotFoundGracePeriod"/>;
    /// a refused key or request ends the wait.
    /// </remarks>
    /// <param name="transactionId">The id, from <see cref="Checkout.TransactionId"/> or a webhook.</param>
    /// <param name="options">How to wait; without them until final, however long that takes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The id is empty or cannot stand in a path, or the time-out is out of range.</exception>
    /// <exception cref="CoinMoebiusTimeoutException"><see cref="WaitOptions.Timeout"/> was over.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    Task<Transaction> WaitForCompletionAsync(string transactionId, WaitOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Yields a transaction when first seen and at each change of its status or amount, and ends after the last. Polls as
    /// <see cref="WaitForCompletionAsync"/> does and throws the same.
    /// </summary>
    /// <param name="transactionId">The id, from <see cref="Checkout.TransactionId"/> or a webhook.</param>
    /// <param name="options">How to wait; without them until final.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    IAsyncEnumerable<Transaction> WatchAsync(string transactionId, WaitOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Mints a page of the provider where the buyer manages a subscription. Short-lived: make it when the buyer asks.</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="returnUrl">Where the page sends the buyer back to; absolute.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page; https, or http on a loopback address.</returns>
    /// <exception cref="ArgumentException">The id cannot stand in a path, or the address is neither https nor http.</exception>
    Task<Uri> CreatePortalUrlAsync(string subscriptionId, Uri? returnUrl = null, CancellationToken cancellationToken = default);

    /// <summary>Asks which providers a buyer can choose.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ProjectInfo> GetProjectInfoAsync(CancellationToken cancellationToken = default);

    /// <summary>The webhook address of Coin Moebius to paste into a provider's dashboard. Makes no call.</summary>
    /// <param name="provider">The provider.</param>
    /// <exception cref="ArgumentException">The provider is empty.</exception>
    Uri GetWebhookUrl(PaymentProvider provider);
}
