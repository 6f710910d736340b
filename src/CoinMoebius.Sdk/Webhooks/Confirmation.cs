using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Calls to a provider's API during the verification of its delivery.</summary>
internal static class Confirmation
{
    private const int MaxConcurrentCalls = 16;
    private const int MaxWaitingCalls = 64;

    /// <summary>Limits the concurrent calls: an endlessly repeated delivery has a valid signature too.</summary>
    public static BoundedCalls Calls() => new(MaxConcurrentCalls, MaxWaitingCalls);

    /// <summary>
    /// Calls the API within a time limit. A failed call proves nothing about the delivery, so the provider has to send it again.
    /// </summary>
    /// <param name="ask">The call.</param>
    /// <param name="limit">The timeout; shorter than the provider waits for the response.</param>
    /// <param name="failure">The message for a failed call.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">The delivery's token.</param>
    /// <param name="calls">Limits the concurrent calls; null for no limit.</param>
    /// <exception cref="WebhookVerificationUnavailableException">The call failed, or too many calls are waiting.</exception>
    public static Task<T> AskAsync<T>(
        Func<CancellationToken, Task<T>> ask,
        TimeSpan limit,
        string failure,
        TimeProvider timeProvider,
        CancellationToken cancellationToken,
        BoundedCalls? calls = null) =>
        calls is null
            ? CallAsync(ask, limit, failure, timeProvider, cancellationToken)
            : calls.RunAsync(() => CallAsync(ask, limit, failure, timeProvider, cancellationToken), cancellationToken);

    private static async Task<T> CallAsync<T>(
        Func<CancellationToken, Task<T>> ask, TimeSpan limit, string failure, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using var timer = timeProvider.CreateCancellationTokenSource(limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await ask(either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (
            exception is not WebhookVerificationUnavailableException and not OptionsValidationException && !cancellationToken.IsCancellationRequested)
        {
            throw new WebhookVerificationUnavailableException(failure, exception);
        }
    }
}
