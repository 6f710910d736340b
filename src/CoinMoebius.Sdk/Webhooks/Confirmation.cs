using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Questions to a provider's API while one of its deliveries is verified.</summary>
internal static class Confirmation
{
    private const int MaxConcurrentCalls = 16;
    private const int MaxWaitingCalls = 64;

    /// <summary>How many deliveries with a right signature may be asked about at a time: one that is repeated without end has it too.</summary>
    public static BoundedCalls Calls() => new(MaxConcurrentCalls, MaxWaitingCalls);

    /// <summary>
    /// Asks within a limit. Whatever is no answer says nothing about the delivery, which the provider then has to send again.
    /// </summary>
    /// <param name="ask">The question.</param>
    /// <param name="limit">The longest it may take; below what the provider waits for its answer.</param>
    /// <param name="failure">What to say when there is no answer.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">The delivery's.</param>
    /// <param name="calls">How many may be asked at a time; all when null.</param>
    /// <exception cref="WebhookVerificationUnavailableException">There was no answer, or too many are asked for already.</exception>
    public static Task<T> AskAsync<T>(
        Func<CancellationToken, Task<T>> ask,
        TimeSpan limit,
        string failure,
        TimeProvider timeProvider,
        CancellationToken cancellationToken,
        BoundedCalls? calls = null) =>
        calls is null
            ? AskNowAsync(ask, limit, failure, timeProvider, cancellationToken)
            : calls.RunAsync(() => AskNowAsync(ask, limit, failure, timeProvider, cancellationToken), cancellationToken);

    private static async Task<T> AskNowAsync<T>(
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
