using System.Net;
#if !NET8_0_OR_GREATER
using System.Net.Sockets;
#endif
using Polly.Timeout;

namespace CoinMoebius.Sdk.Http;

/// <summary>The rules for retries.</summary>
internal static class RetryRules
{
    /// <summary>The maximum that options allow.</summary>
    public const int MaxRetries = 10;

    public const HttpStatusCode TooManyRequests = (HttpStatusCode)429;

    public static bool MayRetry(ApiRetry retry, HttpResponseMessage response)
    {
        var status = response.StatusCode;
        return retry switch
        {
            ApiRetry.Idempotent => status is HttpStatusCode.RequestTimeout or TooManyRequests || (int)status >= 500,
            ApiRetry.NotReceived => status == TooManyRequests
                || (status == HttpStatusCode.ServiceUnavailable && response.Headers.RetryAfter is not null),
            _ => false,
        };
    }

    public static bool MayRetry(ApiRetry retry, Exception exception) => retry switch
    {
        ApiRetry.Idempotent => exception is HttpRequestException or IOException or TimeoutException or TimeoutRejectedException
            && ForeignOriginException.In(exception) is null,
        ApiRetry.NotReceived => WasNotSent(exception),
        _ => false,
    };

    /// <summary>True when no connection was established, so that no byte of the request was sent.</summary>
    private static bool WasNotSent(Exception exception)
    {
#if NET8_0_OR_GREATER
        return exception is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError };
#else
        return exception is HttpRequestException && exception.InnerException switch
        {
            SocketException socket => socket.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound
                or SocketError.TryAgain or SocketError.NoData or SocketError.HostUnreachable or SocketError.NetworkUnreachable,
            WebException web => web.Status is WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ConnectFailure,
            _ => false,
        };
#endif
    }

    /// <summary>Returns the pause that the response requests; null for none, zero for a time in the past.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider timeProvider)
    {
        var header = response.Headers.RetryAfter;
        var delay = header?.Delta ?? (header?.Date is { } date ? date - timeProvider.GetUtcNow() : null);
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }
}
