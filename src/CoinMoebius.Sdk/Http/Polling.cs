using System.Net;
using System.Runtime.CompilerServices;
using Polly;

namespace CoinMoebius.Sdk.Http;

/// <summary>Polls repeatedly, with pauses that grow while nothing changes.</summary>
internal static class Polling
{
    /// <summary>
    /// Yields the first value and each value with a changed state, and ends after a final one. Temporary failures (no connection, a timeout,
    /// 408, 429, a server error) do not end the watch; after 429 the pause is at least the requested one.
    /// </summary>
    public static async IAsyncEnumerable<T> WatchAsync<T, TState>(
        Func<CancellationToken, Task<T>> read,
        Func<T, TState> state,
        Func<T, bool> isFinal,
        Func<ApiClientOptions> options,
        TimeProvider timeProvider,
        Func<double> random,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pause = default(PollPause);
        var (seen, last) = (false, default(TState)!);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (result, retryAfter) = await TryReadAsync(read, cancellationToken).ConfigureAwait(false);
            if (result is { Value: var value } && state(value) is var now && !(seen && EqualityComparer<TState>.Default.Equals(now, last)))
            {
                (seen, last) = (true, now);
                pause.Reset();
                yield return value;
                if (isFinal(value))
                {
                    yield break;
                }
            }

            var next = pause.Next(options(), random());
            await timeProvider.Delay(next > retryAfter ? next : retryAfter, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>True for a failure that may be temporary.</summary>
    public static bool IsTemporary(CoinMoebiusException exception) => exception switch
    {
        CoinMoebiusRateLimitException => true,
        CoinMoebiusTransportException transport => IsOutage(transport.InnerException),
        CoinMoebiusApiException api => api.StatusCode == HttpStatusCode.RequestTimeout || (int)api.StatusCode >= 500,
        _ => false,
    };

    // Other failures of handlers, and redirects, repeat.
    private static bool IsOutage(Exception? cause) =>
        cause is null or HttpRequestException or IOException or TimeoutException or ExecutionRejectedException && ForeignOriginException.In(cause) is null;

    private static async Task<(Read<T>? Result, TimeSpan RetryAfter)> TryReadAsync<T>(
        Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return (new Read<T>(await read(cancellationToken).ConfigureAwait(false)), TimeSpan.Zero);
        }
        catch (CoinMoebiusException exception) when (IsTemporary(exception))
        {
            return (null, (exception as CoinMoebiusApiException)?.RetryAfter ?? TimeSpan.Zero);
        }
    }

    private sealed record Read<T>(T Value);
}
