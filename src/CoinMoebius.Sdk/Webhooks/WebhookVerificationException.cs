namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Thrown by <see cref="WebhookVerification.EnsureVerified"/>. The message names the verdict only and may be shown to a caller.</summary>
public sealed class WebhookVerificationException : CoinMoebiusException
{
    /// <summary>Creates the exception for a verdict.</summary>
    /// <param name="verdict">What the verifier found.</param>
    public WebhookVerificationException(WebhookVerdict verdict)
        : base($"The webhook was not verified: {verdict}.") => Verdict = verdict;

    /// <summary>What the verifier found.</summary>
    public WebhookVerdict Verdict { get; }
}
