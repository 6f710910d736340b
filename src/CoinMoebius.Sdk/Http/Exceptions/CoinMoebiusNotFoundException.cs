using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk;

/// <summary>The API does not know the project, product, transaction or subscription (404).</summary>
/// <remarks>A transaction may be unknown for some seconds after its checkout. The message may be logged; do not show it to buyers.</remarks>
public sealed class CoinMoebiusNotFoundException : CoinMoebiusApiException
{
    /// <summary>Creates the exception.</summary>
    public CoinMoebiusNotFoundException()
    {
    }

    /// <summary>Creates the exception with a message that holds no secret.</summary>
    /// <param name="message">What went wrong.</param>
    public CoinMoebiusNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message that holds no secret, and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CoinMoebiusNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal CoinMoebiusNotFoundException(string message, ApiError error)
        : base(message, error)
    {
    }
}
