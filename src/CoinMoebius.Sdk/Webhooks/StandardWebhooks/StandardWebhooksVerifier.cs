using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks.Signatures;
using CoinMoebius.Sdk.Webhooks.StandardWebhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Verifies the webhooks of any service that follows Standard Webhooks, or that Svix delivers: HMAC-SHA256 (<c>v1</c>) and Ed25519
/// (<c>v1a</c>) over the id, the time and the raw body. Register it with <c>AddStandardWebhooks</c>, or use it directly. Source:
/// github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md.
/// </summary>
/// <remarks>
/// The messages of such a service have no neutral meaning, so its events are <see cref="UnmappedEvent"/>s: <see cref="WebhookEvent.EventId"/>
/// is the <c>webhook-id</c>, the same for every retry; <see cref="WebhookEvent.EventType"/> and <see cref="WebhookEvent.OccurredAt"/> are
/// the body's <c>type</c> and <c>timestamp</c>; the rest is in <see cref="WebhookEvent.RawBody"/>. A body that is not JSON gives
/// <see cref="WebhookVerdict.MalformedBody"/>.
/// </remarks>
public sealed class StandardWebhooksVerifier : WebhookVerifier<StandardWebhooksOptions>
{
    // A check costs a hundred times as much as a keyed digest, and anybody can trigger one. More concurrent checks than processors would
    // only slow each other down.
    private static readonly BoundedCalls PublicKeyChecks = new(Math.Max(2, Environment.ProcessorCount), waiting: 256);

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="provider">The service's name in its events.</param>
    /// <param name="options">The secrets and the tolerance; changes to the object apply from the next delivery.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public StandardWebhooksVerifier(PaymentProvider provider, StandardWebhooksOptions options, TimeProvider? timeProvider = null)
        : base(provider, options, timeProvider)
    {
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="provider">The service's name in its events.</param>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public StandardWebhooksVerifier(
        PaymentProvider provider, IOptionsMonitor<StandardWebhooksOptions> options, string optionsName, TimeProvider? timeProvider = null)
        : base(provider, options, optionsName, timeProvider)
    {
    }

    /// <inheritdoc/>
    /// <exception cref="WebhookVerificationUnavailableException">Too many signatures of public keys are waiting. Respond with 503.</exception>
    public override ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IsTooLarge(request))
        {
            return new(WebhookVerification.Rejected(WebhookVerdict.MalformedBody));
        }

        return Current.VerifyEd25519 is null || !StandardSignature.MayBePublic(request)
            ? new(Verify(request))
            : new(PublicKeyChecks.RunAsync(() => Task.FromResult(Verify(request)), cancellationToken));
    }

    private WebhookVerification Verify(WebhookRequest request)
    {
        var verdict = StandardSignature.Verify(
            request,
            this,
            static options => options.Tolerance,
            static options => options.SecretEncoding,
            static options => options.VerifyEd25519,
            out var id);
        return verdict == WebhookVerdict.Verified
            ? EventMapping.Run(
                Provider,
                request.Body,
                request.Body,
                static (root, in message) => new UnmappedEvent(message.ToHead(root)),
                new StandardMessage(Provider, id, request.Body))
            : WebhookVerification.Rejected(verdict);
    }
}
