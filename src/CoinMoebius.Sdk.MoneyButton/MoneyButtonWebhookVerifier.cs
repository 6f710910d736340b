using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.MoneyButton.Signing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>
/// Verifies stored webhooks of Money Button, whose only proof is the member <c>secret</c> inside the JSON body.
/// Source: about.moneybutton.com/docs/api/api-webhooks.
/// </summary>
/// <remarks>
/// <para>
/// Historical: Money Button has ceased operation, so a body that arrives today with the right secret is a copy, or comes from someone who
/// knows the secret. Use the verifier to audit stored webhooks, not at an address that is open to the internet.
/// </para>
/// <para>
/// The secret protects only itself: neither the payment nor the time. Check a payment with
/// <see cref="MoneyButtonExpectation"/> and <see cref="MoneyButtonTransaction"/>.
/// </para>
/// <para>
/// The verifier removes the secret from the body first: <see cref="WebhookEvent.RawBody"/> is the body without the member, with every other
/// byte as received, and <see cref="WebhookEvent.EventId"/> is a digest of that text. The verdicts, in the order of the checks: a body
/// that is not JSON in UTF-8 (or begins with a byte order mark) is <see cref="WebhookVerdict.MalformedBody"/>; two members of that name
/// are <see cref="WebhookVerdict.MalformedSignature"/>; an absent member, or one that is not a string or is empty, is
/// <see cref="WebhookVerdict.MissingSignature"/>; another secret is <see cref="WebhookVerdict.SignatureMismatch"/>.
/// </para>
/// </remarks>
public sealed class MoneyButtonWebhookVerifier : WebhookVerifier<MoneyButtonWebhookOptions>
{
    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets; changes to the object take effect at the next delivery.</param>
    /// <exception cref="OptionsValidationException">The options are invalid.</exception>
    public MoneyButtonWebhookVerifier(MoneyButtonWebhookOptions options)
        : base(PaymentProvider.MoneyButton, options)
    {
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the default account.</param>
    public MoneyButtonWebhookVerifier(IOptionsMonitor<MoneyButtonWebhookOptions> options, string optionsName)
        : base(PaymentProvider.MoneyButton, options, optionsName)
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

        return new(Verify(request.Body.Span));
    }

    private WebhookVerification Verify(ReadOnlySpan<byte> body)
    {
        var verdict = SecretMember.Find(body, out var secret);
        if (verdict != WebhookVerdict.Verified)
        {
            return WebhookVerification.Rejected(verdict);
        }

        var options = Current;
        verdict = secret.Compare(body, options.Secrets);
        if (verdict != WebhookVerdict.Verified)
        {
            return WebhookVerification.Rejected(verdict);
        }

        var redacted = secret.RemoveFrom(body);
        return EventMapping.Run(
            Provider, redacted, redacted, MoneyButtonEventMapper.Map, new MoneyButtonDelivery(redacted, options.AcceptZeroConfirmation));
    }
}
