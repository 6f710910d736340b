using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Primitives.Digests;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness.Signing;

/// <summary>
/// The header of Hook0, which delivers for Coinbase: <c>t</c> with Unix seconds, <c>h</c> with the names of headers, <c>v1</c> with a code
/// over the time, these headers and the body, <c>v0</c> with one over the time and the body. Sources:
/// docs.cdp.coinbase.com/webhooks/verify-signatures; github.com/hook0/hook0, clients/conformance.
/// </summary>
/// <remarks>With a <c>v1</c>, nothing else counts: a weaker code beside it cannot replace it.</remarks>
internal readonly ref struct Hook0Signature
{
    /// <summary>The size in bytes of the buffer that <see cref="TryRead"/> needs for the code.</summary>
    public const int CodeSize = 32;

    private readonly ReadOnlySpan<char> _timestamp;
    private readonly long _signedAt;
    private readonly HeaderNames _names;
    private readonly ReadOnlySpan<byte> _code;

    private Hook0Signature(scoped in Hook0Parts parts, long signedAt, HeaderNames names, ReadOnlySpan<byte> code)
    {
        _timestamp = parts.Timestamp;
        _signedAt = signedAt;
        _names = names;
        _code = code;
        CoversHeaders = !parts.HeadersCode.IsEmpty;
        IsStripped = parts.IsStripped;
    }

    /// <summary>True for a header whose <c>v1</c> was removed.</summary>
    public bool IsStripped { get; }

    /// <summary>True for a <c>v1</c>.</summary>
    public bool CoversHeaders { get; }

    /// <summary>Reads the header; false when it is malformed.</summary>
    /// <param name="header">The header's text.</param>
    /// <param name="buffer"><see cref="CodeSize"/> bytes, in use as long as the result is.</param>
    /// <param name="signature">The content of the header.</param>
    public static bool TryRead(ReadOnlySpan<char> header, Span<byte> buffer, out Hook0Signature signature)
    {
        signature = default;
        if (!Hook0Parts.TryRead(header, out var parts)
            || !parts.IsComplete
            || !SignedTime.TryParseUnixSeconds(parts.Timestamp, out var signedAt)
            || !HeaderNames.TryRead(parts.Names, out var names))
        {
            return false;
        }

        // The code that does not count must be well-formed too. The one that counts is read last and stays in the buffer.
        if ((!parts.BodyCode.IsEmpty && !HexDigest.TryDecode(parts.BodyCode, buffer))
            || (!parts.HeadersCode.IsEmpty && !HexDigest.TryDecode(parts.HeadersCode, buffer)))
        {
            return false;
        }

        signature = new(parts, signedAt, names, buffer);
        return true;
    }

    /// <summary>
    /// Writes the signed text before the body. Listed headers must occur once, with an unambiguous end of each value.
    /// </summary>
    /// <param name="request">The request with the headers.</param>
    /// <param name="text">Receives the text.</param>
    public WebhookVerdict WriteTo(WebhookRequest request, ref SignedText text)
    {
        if (!text.TryAdd(_timestamp) || (CoversHeaders && !text.TryAdd(_names.Text)))
        {
            return WebhookVerdict.MalformedSignature;
        }

        foreach (var name in _names)
        {
            var found = HeaderNames.Find(request, name, out var value);
            if (found != WebhookVerdict.Verified)
            {
                return found;
            }

            if (!HeaderNames.IsUnambiguous(name, value) || !text.TryAdd(value))
            {
                return WebhookVerdict.MalformedSignature;
            }
        }

        return WebhookVerdict.Verified;
    }

    /// <summary>Checks the code, then the time.</summary>
    public WebhookVerdict Verify(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body, CoinbaseBusinessWebhookOptions options, TimeProvider timeProvider)
    {
        if (!HmacSignature.MatchesAny(SignatureHash.HmacSha256, options.Secrets, prefix, body, _code))
        {
            return WebhookVerdict.SignatureMismatch;
        }

        return SignedTime.IsWithin(_signedAt, timeProvider, options.Tolerance) ? WebhookVerdict.Verified : WebhookVerdict.TimestampOutOfTolerance;
    }
}
