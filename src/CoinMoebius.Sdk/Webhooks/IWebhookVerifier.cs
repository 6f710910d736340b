namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Decides whether a delivery is authentic and, if so, what it means. Implementations are safe for concurrent use and are
/// meant to live as long as the application.
/// </summary>
public interface IWebhookVerifier
{
    /// <summary>The provider whose deliveries this verifier understands.</summary>
    PaymentProvider Provider { get; }

    /// <summary>Verifies a delivery and maps its event.</summary>
    /// <param name="request">The delivery as received.</param>
    /// <param name="cancellationToken">Ends a look-up that needs the network; most verifiers need none.</param>
    /// <returns>The verdict, with the event when it is authentic. Expected failures are verdicts, not exceptions.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are unusable, for example an empty secret.</exception>
    ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default);
}
