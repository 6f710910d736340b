namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// The authenticity of a delivery is unknown at the moment, because a required resource was unreachable, for example the provider's
/// certificate. The delivery is neither accepted nor rejected: respond with 503, so that the provider sends it again.
/// </summary>
public sealed class WebhookVerificationUnavailableException : CoinMoebiusException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What could not be reached, without secrets and parts of the delivery.</param>
    /// <param name="innerException">The cause, or null.</param>
    public WebhookVerificationUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
