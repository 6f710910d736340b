using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk;

/// <summary>The API refused what was sent (400 or 422).</summary>
/// <remarks><see cref="CoinMoebiusApiException.ErrorMessage"/> may say why. The message may be logged; do not show it to buyers.</remarks>
public class CoinMoebiusValidationException : CoinMoebiusApiException
{
    /// <summary>Creates the exception.</summary>
    public CoinMoebiusValidationException()
    {
    }

    /// <summary>Creates the exception with a message that holds no secret.</summary>
    /// <param name="message">What went wrong.</param>
    public CoinMoebiusValidationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message that holds no secret, and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CoinMoebiusValidationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal CoinMoebiusValidationException(string message, ApiError error)
        : base(message, error)
    {
    }
}
