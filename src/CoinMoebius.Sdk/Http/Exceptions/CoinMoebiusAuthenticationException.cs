using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk;

/// <summary>The API refused the key (401), or the key may not do this (403).</summary>
/// <remarks>Check <see cref="CoinMoebiusOptions.ApiKey"/>: a key belongs to one project. The message may be logged; do not show it to buyers.</remarks>
public sealed class CoinMoebiusAuthenticationException : CoinMoebiusApiException
{
    /// <summary>Creates the exception.</summary>
    public CoinMoebiusAuthenticationException()
    {
    }

    /// <summary>Creates the exception with a message that holds no secret.</summary>
    /// <param name="message">What went wrong.</param>
    public CoinMoebiusAuthenticationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message that holds no secret, and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CoinMoebiusAuthenticationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal CoinMoebiusAuthenticationException(string message, ApiError error)
        : base(message, error)
    {
    }
}
