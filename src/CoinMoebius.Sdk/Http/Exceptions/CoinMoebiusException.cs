namespace CoinMoebius.Sdk;

/// <summary>The base of every exception this SDK defines.</summary>
public class CoinMoebiusException : Exception
{
    /// <summary>Creates the exception.</summary>
    public CoinMoebiusException()
    {
    }

    /// <summary>Creates the exception with a message that holds no secret.</summary>
    /// <param name="message">What went wrong.</param>
    public CoinMoebiusException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message that holds no secret, and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CoinMoebiusException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
