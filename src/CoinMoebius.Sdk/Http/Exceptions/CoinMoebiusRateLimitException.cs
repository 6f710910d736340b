using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk;

/// <summary>Too many requests (429).</summary>
/// <remarks><see cref="CoinMoebiusApiException.RetryAfter"/> says how long to wait, when the API says so. The message may be logged; do not show it to buyers.</remarks>
public sealed class CoinMoebiusRateLimitException : CoinMoebiusApiException
{
    /// <summary>Creates the exception.</summary>
    public CoinMoebiusRateLimitException()
    {
    }

    /// <summary>Creates the exception with a message that holds no secret.</summary>
    /// <param name="message">What went wrong.</param>
    public CoinMoebiusRateLimitException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message that holds no secret, and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CoinMoebiusRateLimitException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal CoinMoebiusRateLimitException(string message, ApiError error)
        : base(message, error)
    {
    }
}
