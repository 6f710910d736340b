using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.Signatures;
using CoinMoebius.Sdk.Webhooks.StandardWebhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>
/// Verifies Dodo Payments' webhooks, which follow Standard Webhooks: HMAC-SHA256 (<c>v1</c>) over id, time and raw body. Source:
/// docs.dodopayments.com/developer-resources/webhooks.
/// </summary>
public sealed class DodoPaymentsWebhookVerifier : IWebhookVerifier, IWebhookBodyLimit
{
    private readonly IOptionsMonitor<DodoPaymentsWebhookOptions> _options;
    private readonly string _optionsName;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets and the tolerance; changes to the object count from the next delivery on.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public DodoPaymentsWebhookVerifier(DodoPaymentsWebhookOptions options, TimeProvider? timeProvider = null)
        : this(FixedOptionsMonitor<DodoPaymentsWebhookOptions>.CreateValid(options, PaymentProvider.DodoPayments), Options.DefaultName, timeProvider)
    {
    }

    /// <summary>Creates a verifier that asks for its options at each delivery.</summary>
    /// <param name="options">Where the options come from.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    public DodoPaymentsWebhookVerifier(IOptionsMonitor<DodoPaymentsWebhookOptions> options, string optionsName, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(optionsName);
        _options = options;
        _optionsName = optionsName;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.DodoPayments;

    /// <inheritdoc/>
    public int MaxBodySize => _options.Get(_optionsName).MaxBodySize;

    /// <inheritdoc/>
    public ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (BodyLimit.IsPassedBy(request, _options, _optionsName))
        {
            return new(WebhookVerification.Rejected(WebhookVerdict.MalformedBody));
        }

        var verdict = StandardSignature.Verify(
            request,
            _options,
            _optionsName,
            static options => options.Tolerance,
            static _ => SecretEncoding.Base64,
            verifyEd25519: null,
            _timeProvider,
            out var id);
        return new(verdict == WebhookVerdict.Verified
            ? _options.Get(_optionsName).Admit(EventMapping.Run(
                Provider, request.Body, request.Body, DodoPaymentsEventMapper.Map, new StandardMessage(Provider, id, request.Body)))
            : WebhookVerification.Rejected(verdict));
    }
}
