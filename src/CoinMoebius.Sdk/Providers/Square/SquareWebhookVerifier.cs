using System.Text;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Digests;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.Square;

/// <summary>
/// Verifies Square's webhooks: HMAC-SHA256 over the notification URL as configured and the raw body, in base64, under the text of the
/// signature key. Source: developer.squareup.com/docs/webhooks/step3validate.
/// </summary>
/// <remarks>The signature covers no time: detect repeated deliveries by <see cref="WebhookEvent.EventId"/>.</remarks>
public sealed class SquareWebhookVerifier : WebhookVerifier<SquareWebhookOptions>, ISignedUrl
{
    internal const string SignatureHeader = "x-square-hmacsha256-signature";

    private const int DigestSize = 32;

    private EncodedUrl? _url;

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The signature keys and the notification URL; changes to the object apply from the next delivery.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public SquareWebhookVerifier(SquareWebhookOptions options)
        : base(PaymentProvider.Square, options)
    {
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    public SquareWebhookVerifier(IOptionsMonitor<SquareWebhookOptions> options, string optionsName)
        : base(PaymentProvider.Square, options, optionsName)
    {
    }

    string ISignedUrl.SignedUrl => Current.NotificationUrl;

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
            ? Current.Admit(EventMapping.Run(Provider, request.Body, request.Body, SquareEventMapper.Map, request.Body))
            : WebhookVerification.Rejected(verdict));
    }

    private WebhookVerdict VerifySignature(WebhookRequest request)
    {
        var found = request.GetSingleHeader(SignatureHeader, out var header);
        if (found != WebhookVerdict.Verified)
        {
            return found;
        }

        Span<byte> signature = stackalloc byte[DigestSize];
        var text = header.AsSpan().Trim(' ');
        if (!Base64Digest.TryDecode(text, signature))
        {
            // Base64 of another length, such as the SHA-1 of Square's older scheme, is well-formed but matches nothing.
            return IsBase64(text) ? WebhookVerdict.SignatureMismatch : WebhookVerdict.MalformedSignature;
        }

        var options = Current;
        return HmacSignature.MatchesAny(SignatureHash.HmacSha256, options.Secrets, Encode(options.NotificationUrl), request.Body.Span, signature)
            ? WebhookVerdict.Verified
            : WebhookVerdict.SignatureMismatch;
    }

    private static bool IsBase64(ReadOnlySpan<char> text)
    {
        var digits = text.TrimEnd('=');
        foreach (var c in digits)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '/'))
            {
                return false;
            }
        }

        return text.Length % 4 == 0 && text.Length - digits.Length <= 2;
    }

    private byte[] Encode(string url)
    {
        var encoded = _url;
        if (encoded is null || encoded.Text != url)
        {
            _url = encoded = new(url, Encoding.UTF8.GetBytes(url));
        }

        return encoded.Bytes;
    }

    /// <summary>The configured URL and its bytes, cached until the configuration changes.</summary>
    private sealed record EncodedUrl(string Text, byte[] Bytes);
}
