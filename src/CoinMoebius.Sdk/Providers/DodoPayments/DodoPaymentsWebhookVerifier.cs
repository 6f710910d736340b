using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.Signatures;
using CoinMoebius.Sdk.Webhooks.StandardWebhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>
/// Verifies Dodo Payments' webhooks, which follow Standard Webhooks: HMAC-SHA256 (<c>v1</c>) over id, time and raw body. Source:
/// docs.dodopayments.com/developer-resources/webhooks.
/// </summary>
public sealed class DodoPaymentsWebhookVerifier : WebhookVerifier<DodoPaymentsWebhookOptions>
{
    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets and the tolerance; changes to the object apply from the next delivery.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public DodoPaymentsWebhookVerifier(DodoPaymentsWebhookOptions options, TimeProvider? timeProvider = null)
        : base(PaymentProvider.DodoPayments, options, timeProvider)
    {
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public DodoPaymentsWebhookVerifier(IOptionsMonitor<DodoPaymentsWebhookOptions> options, string optionsName, TimeProvider? timeProvider = null)
        : base(PaymentProvider.DodoPayments, options, optionsName, timeProvider)
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

        var verdict = StandardSignature.Verify(
            request,
            this,
            static options => options.Tolerance,
            static _ => SecretEncoding.Base64,
            verifyEd25519: null,
            out var id);
        return new(verdict == WebhookVerdict.Verified
            ? Current.Admit(EventMapping.Run(
                Provider, request.Body, request.Body, DodoPaymentsEventMapper.Map, new StandardMessage(Provider, id, request.Body)))
            : WebhookVerification.Rejected(verdict));
    }
}
