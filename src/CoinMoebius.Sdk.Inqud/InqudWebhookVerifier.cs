using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Digests;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// Verifies Inqud's webhooks: HMAC-SHA1 over the raw body under the webhook's secret, in hexadecimal, in the header
/// <c>X-Payload-Digest</c>. Source: docs.inqud.com/developer/web-hooks/web-hook-verification.
/// </summary>
/// <remarks>
/// The signature does not cover a time: recognise repeated deliveries by <see cref="WebhookEvent.EventId"/>. Inqud accepts only a response of
/// 200, waits 10 seconds for it and tries up to 10 times; deliveries may be repeated and out of order.
/// </remarks>
public sealed class InqudWebhookVerifier : WebhookVerifier<InqudWebhookOptions>
{
    internal const string SignatureHeader = "X-Payload-Digest";

    private const int DigestSize = 20;

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets; changes to the object apply from the next delivery.</param>
    /// <exception cref="OptionsValidationException">The options are invalid.</exception>
    public InqudWebhookVerifier(InqudWebhookOptions options)
        : base(PaymentProvider.Inqud, options)
    {
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    public InqudWebhookVerifier(IOptionsMonitor<InqudWebhookOptions> options, string optionsName)
        : base(PaymentProvider.Inqud, options, optionsName)
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

        var verdict = VerifySignature(request, Current.Secrets);
        return new(verdict == WebhookVerdict.Verified
            ? EventMapping.Run(Provider, request.Body, request.Body, InqudEventMapper.Map, request.Body)
            : WebhookVerification.Rejected(verdict));
    }

    private static WebhookVerdict VerifySignature(WebhookRequest request, IList<string> secrets)
    {
        var found = request.GetSingleHeader(SignatureHeader, out var header);
        if (found != WebhookVerdict.Verified)
        {
            return found;
        }

        Span<byte> signature = stackalloc byte[DigestSize];
        if (!HexDigest.TryDecode(header.AsSpan().Trim(' '), signature))
        {
            return WebhookVerdict.MalformedSignature;
        }

        return HmacSignature.MatchesAny(SignatureHash.HmacSha1, secrets, default, request.Body.Span, signature)
            ? WebhookVerdict.Verified
            : WebhookVerdict.SignatureMismatch;
    }
}
