using System.Buffers;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness.Signing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>
/// Verifies Coinbase Business's webhooks by their <c>X-Hook0-Signature</c>: HMAC-SHA256, under the subscription's secret as text, over the
/// time, the names and values of the covered headers and the raw body (<c>v1</c>), or over the time and the body (<c>v0</c>). Sources:
/// docs.cdp.coinbase.com/webhooks/verify-signatures; github.com/hook0/hook0, clients/conformance.
/// </summary>
/// <remarks>
/// <c>v0</c> counts only without a <c>v1</c> and a list of headers, and a <c>v1</c> only with the list of headers it covers. A listed but
/// absent header gives <see cref="WebhookVerdict.MissingSignature"/>. A listed header that occurs twice gives
/// <see cref="WebhookVerdict.MalformedSignature"/>, as does a full stop in any value but the event's type, since full stops separate the
/// signed values. Values count as received, with text beyond ASCII as UTF-8, as ASP.NET Core reads it. The event's id is a digest of the
/// body, which both codes cover, so it does not depend on the kind of signature.
/// </remarks>
public sealed class CoinbaseBusinessWebhookVerifier : WebhookVerifier<CoinbaseBusinessWebhookOptions>
{
    internal const string SignatureHeader = "X-Hook0-Signature";

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets and the tolerance; changes to the object apply from the next delivery.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public CoinbaseBusinessWebhookVerifier(CoinbaseBusinessWebhookOptions options, TimeProvider? timeProvider = null)
        : base(PaymentProvider.CoinbaseBusiness, options, timeProvider)
    {
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public CoinbaseBusinessWebhookVerifier(
        IOptionsMonitor<CoinbaseBusinessWebhookOptions> options, string optionsName, TimeProvider? timeProvider = null)
        : base(PaymentProvider.CoinbaseBusiness, options, optionsName, timeProvider)
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

        var verdict = VerifySignature(request);
        return new(verdict == WebhookVerdict.Verified
            ? EventMapping.Run(Provider, request.Body, request.Body, CoinbaseBusinessEventMapper.Map, request.Body)
            : WebhookVerification.Rejected(verdict));
    }

    private WebhookVerdict VerifySignature(WebhookRequest request)
    {
        var found = request.GetSingleHeader(SignatureHeader, out var header);
        if (found != WebhookVerdict.Verified)
        {
            return found;
        }

        Span<byte> code = stackalloc byte[Hook0Signature.CodeSize];
        if (!Hook0Signature.TryRead(header.AsSpan(), code, out var signature))
        {
            return WebhookVerdict.MalformedSignature;
        }

        if (signature.IsStripped)
        {
            return WebhookVerdict.MissingSignature;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(SignedText.MaxLength);
        try
        {
            var text = new SignedText(buffer);
            found = signature.WriteTo(request, ref text);
            return found == WebhookVerdict.Verified ? VerifyCode(signature, text.Written, request.Body.Span) : found;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private WebhookVerdict VerifyCode(Hook0Signature signature, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body)
    {
        var options = Current;
        return signature.CoversHeaders || options.AcceptBodySignature
            ? signature.Verify(prefix, body, options, TimeProvider)
            : WebhookVerdict.MissingSignature;
    }
}
