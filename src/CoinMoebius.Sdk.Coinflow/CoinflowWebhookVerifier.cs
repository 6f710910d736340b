using System.Runtime.InteropServices;
using CoinMoebius.Sdk.Primitives.Digests;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.Signatures;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// Verifies Coinflow's webhooks: HMAC-SHA256 over the header's <c>t</c>, a full stop and the raw body, under the Webhook Validation Key;
/// without that header, the key itself as the <c>Authorization</c> header. Sources:
/// docs.coinflow.cash/guides/developer-resources/webhooks/verifying-webhook-signatures and …/configuring-webhooks.
/// </summary>
/// <remarks>
/// A <c>Coinflow-Signature</c> header must be valid if present, regardless of the <c>Authorization</c> header. The verifier compares the latter
/// as Coinflow sends it, without <c>Bearer</c>. The <c>signature</c> inside a body belongs to a blockchain transaction and proves nothing here.
/// </remarks>
public sealed class CoinflowWebhookVerifier : WebhookVerifier<CoinflowWebhookOptions>
{
    internal const string SignatureHeader = "Coinflow-Signature";
    internal const string KeyHeader = "Authorization";

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets and the tolerance; changes to the object apply from the next delivery.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are invalid.</exception>
    public CoinflowWebhookVerifier(CoinflowWebhookOptions options, TimeProvider? timeProvider = null)
        : base(PaymentProvider.Coinflow, options, timeProvider)
    {
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    public CoinflowWebhookVerifier(IOptionsMonitor<CoinflowWebhookOptions> options, string optionsName, TimeProvider? timeProvider = null)
        : base(PaymentProvider.Coinflow, options, optionsName, timeProvider)
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

        var verdict = VerifySender(request);
        return new(verdict == WebhookVerdict.Verified
            ? Current.Admit(EventMapping.Run(Provider, request.Body, request.Body, CoinflowEventMapper.Map, request.Body))
            : WebhookVerification.Rejected(verdict));
    }

    // A blank signature header is present, so the weaker proof does not apply.
    private WebhookVerdict VerifySender(WebhookRequest request) => request.GetHeader(SignatureHeader).Count == 0
        ? VerifyKey(request, Current)
        : TimedSignature.Verify(request, SignatureHeader, TimedSignatureForm.Several, this, static options => options.Tolerance);

    private static WebhookVerdict VerifyKey(WebhookRequest request, CoinflowWebhookOptions options)
    {
        if (!options.AcceptAuthorizationHeader)
        {
            return WebhookVerdict.MissingSignature;
        }

        var found = request.GetSingleHeader(KeyHeader, out var header);
        if (found != WebhookVerdict.Verified)
        {
            return found;
        }

        // No early exit, so that the duration does not reveal which secret matched.
        var matches = false;
        var key = MemoryMarshal.AsBytes(header.AsSpan());
        for (var i = 0; i < options.Secrets.Count; i++)
        {
            matches |= FixedTime.Equals(key, MemoryMarshal.AsBytes(options.Secrets[i].AsSpan()));
        }

        return matches ? WebhookVerdict.Verified : WebhookVerdict.SignatureMismatch;
    }
}
