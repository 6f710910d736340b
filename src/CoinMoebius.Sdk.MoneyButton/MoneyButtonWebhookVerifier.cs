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
/// Historical: Money Button has stopped, so a body that arrives today under the right secret is a copy, or comes from somebody who
/// learnt the secret. Use it to audit what you stored, not at an address that is open to the internet.
/// </para>
/// <para>
/// The secret protects nothing beside itself: no byte of the payment and no time. Check a payment with
/// <see cref="MoneyButtonExpectation"/> and <see cref="MoneyButtonTransaction"/>.
/// </para>
/// <para>
/// The secret is taken out of the body before anything else sees it: <see cref="WebhookEvent.RawBody"/> is the body without the member,
/// every other byte as received, and <see cref="WebhookEvent.EventId"/> a digest of that text. The verdicts in the order they are found:
/// a body that is no JSON in UTF-8 (or begins with a byte order mark) is <see cref="WebhookVerdict.MalformedBody"/>; two members of that
/// name are <see cref="WebhookVerdict.MalformedSignature"/>; none, or one that is no text or an empty one,
/// <see cref="WebhookVerdict.MissingSignature"/>; another text <see cref="WebhookVerdict.SignatureMismatch"/>.
/// </para>
/// </remarks>
public sealed class MoneyButtonWebhookVerifier : WebhookVerifier<MoneyButtonWebhookOptions>
{
    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets; changes to the object count from the next delivery on.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public MoneyButtonWebhookVerifier(MoneyButtonWebhookOptions options)
        : base(PaymentProvider.MoneyButton, options)
    {
    }

    /// <summary>Creates a verifier that asks for its options at each delivery.</summary>
    /// <param name="options">Where the options come from.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
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
