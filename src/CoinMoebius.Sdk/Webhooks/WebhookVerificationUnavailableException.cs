namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Nobody can say now whether a delivery is authentic, because something needed for it could not be reached, for example the
/// provider's certificate. The delivery is neither accepted nor refused: answer 503, so that the provider sends it again.
/// </summary>
public sealed class WebhookVerificationUnavailableException : CoinMoebiusException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What could not be reached; no secret and nothing of the delivery.</param>
    /// <param name="innerException">The cause, or null.</param>
    public WebhookVerificationUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
