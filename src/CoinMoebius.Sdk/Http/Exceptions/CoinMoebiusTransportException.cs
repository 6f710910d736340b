namespace CoinMoebius.Sdk;

/// <summary>
/// No answer came: the connection failed or broke, time ran out, another origin answered, or a handler of the application's threw. The
/// cause is the inner exception; that of a time-out is a <see cref="TimeoutException"/>.
/// </summary>
/// <remarks>
/// After a checkout has failed this way, it is unknown whether it was created. The message may name the host and may be logged; do
/// not show it to buyers.
/// </remarks>
public sealed class CoinMoebiusTransportException : CoinMoebiusException
{
    /// <summary>Creates the exception.</summary>
    public CoinMoebiusTransportException()
    {
    }

    /// <summary>Creates the exception with a message that holds no secret.</summary>
    /// <param name="message">What went wrong.</param>
    public CoinMoebiusTransportException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message that holds no secret, and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CoinMoebiusTransportException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The provider whose API was called; null for Coin Moebius Cloud.</summary>
    public PaymentProvider? Provider { get; init; }
}
