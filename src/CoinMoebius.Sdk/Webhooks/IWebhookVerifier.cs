namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Decides whether a delivery is authentic and, if so, maps it to an event. Implementations must be thread-safe and live as long as the
/// application.
/// </summary>
public interface IWebhookVerifier
{
    /// <summary>The provider whose deliveries this verifier verifies.</summary>
    PaymentProvider Provider { get; }

    /// <summary>Verifies a delivery and maps its event.</summary>
    /// <param name="request">The delivery as received.</param>
    /// <param name="cancellationToken">Cancels a look-up over the network; most verifiers need none.</param>
    /// <returns>The verdict, with the event when it is authentic. Expected failures are verdicts, not exceptions.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are unusable, for example an empty secret.</exception>
    ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default);
}
