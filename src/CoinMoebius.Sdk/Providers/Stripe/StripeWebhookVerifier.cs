using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.Signatures;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>
/// Verifies Stripe's webhooks: HMAC-SHA256 over the header's <c>t</c>, a full stop and the raw body, under the whole secret text.
/// Source: docs.stripe.com/webhooks, "verify manually".
/// </summary>
public sealed class StripeWebhookVerifier : WebhookVerifier<StripeWebhookOptions>
{
    internal const string SignatureHeader = "Stripe-Signature";

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets and the tolerance; changes to the object apply from the next delivery.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public StripeWebhookVerifier(StripeWebhookOptions options, TimeProvider? timeProvider = null)
        : base(PaymentProvider.Stripe, options, timeProvider)
    {
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public StripeWebhookVerifier(IOptionsMonitor<StripeWebhookOptions> options, string optionsName, TimeProvider? timeProvider = null)
        : base(PaymentProvider.Stripe, options, optionsName, timeProvider)
    {
    }

    /// <inheritdoc/>
    public override ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);

        if (IsTooLarge(request))
        {
            return new(WebhookVerification.Rejected(WebhookVerdict.MalformedBody));
        }

        var verdict = TimedSignature.Verify(request, SignatureHeader, TimedSignatureForm.Several, this, static options => options.Tolerance);
        if (verdict != WebhookVerdict.Verified)
        {
            return new(WebhookVerification.Rejected(verdict));
        }

        var options = Current;
        var delivery = new StripeDelivery(request.Body, options.PaymentIntents);
        return new(options.Admit(EventMapping.Run(Provider, request.Body, request.Body, StripeEventMapper.Map, delivery)));
    }
}
