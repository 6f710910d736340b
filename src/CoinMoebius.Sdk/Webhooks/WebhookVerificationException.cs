namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Thrown by <see cref="WebhookVerification.EnsureVerified"/>. The message names only the verdict and may be shown to a caller.</summary>
public sealed class WebhookVerificationException : CoinMoebiusException
{
    /// <summary>Creates the exception for a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public WebhookVerificationException(WebhookVerdict verdict)
        : base($"The webhook was not verified: {verdict}.") => Verdict = verdict;

    /// <summary>The verdict.</summary>
    public WebhookVerdict Verdict { get; }
}
