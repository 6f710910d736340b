using System.Diagnostics.CodeAnalysis;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Webhooks.Signatures;

/// <summary>
/// The header scheme that Stripe introduced: <c>t=</c> with Unix seconds and <c>v1=</c> with HMAC-SHA256, in hexadecimal, over the text of
/// <c>t</c>, a full stop and the raw body. <see cref="TimedSignatureForm"/> lists the differences between senders.
/// </summary>
internal readonly ref struct TimedSignature
{
    private const int MaxHeaderLength = 8 * 1024;
    // One for each secret in use; senders allow two to overlap.
    private const int MaxSignatures = 8;
    private const int DigestSize = 32;
    private const int MaxTimestampLength = 12;

    private readonly ReadOnlySpan<char> _timestamp;
    private readonly long _signedAt;
    private readonly ReadOnlySpan<byte> _digests;

    private TimedSignature(ReadOnlySpan<char> timestamp, long signedAt, ReadOnlySpan<byte> digests)
    {
        _timestamp = timestamp;
        _signedAt = signedAt;
        _digests = digests;
    }

    /// <summary>Checks a request: the header, then the digests, then the time.</summary>
    /// <param name="request">The delivery.</param>
    /// <param name="headerName">The header's name.</param>
    /// <param name="form">The sender's variant of the scheme.</param>
    /// <param name="verifier">Provides the clock and the options, which are not read for a malformed request.</param>
    /// <param name="tolerance">Returns the tolerance of the options.</param>
    public static WebhookVerdict Verify<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        WebhookRequest request,
        string headerName,
        TimedSignatureForm form,
        WebhookVerifier<TOptions> verifier,
        Func<TOptions, TimeSpan> tolerance)
        where TOptions : WebhookOptions
    {
        var found = request.GetSingleHeader(headerName, out var header);
        if (found != WebhookVerdict.Verified)
        {
            return found;
        }

        Span<byte> buffer = stackalloc byte[MaxSignatures * DigestSize];
        found = Read(header.AsSpan(), form, buffer, out var signature);
        if (found != WebhookVerdict.Verified)
        {
            return found;
        }

        var current = verifier.Current;
        return signature.Verify(request.Body.Span, current.Secrets, tolerance(current), verifier.TimeProvider);
    }

    /// <summary>Reads the header. <see cref="WebhookVerdict.Verified"/> only means that it is readable.</summary>
    /// <param name="header">The header's text.</param>
    /// <param name="buffer">The buffer for all digests, in use as long as the result is.</param>
    /// <param name="signature">The content of the header.</param>
    /// <param name="form">The sender's variant of the scheme.</param>
    private static WebhookVerdict Read(ReadOnlySpan<char> header, TimedSignatureForm form, Span<byte> buffer, out TimedSignature signature)
    {
        signature = default;
        if (!TryParse(header, form, out var timestamp, buffer, out var count))
        {
            return WebhookVerdict.MalformedSignature;
        }

        if (count < 0)
        {
            return WebhookVerdict.MissingSignature;
        }

        if (!SignedTime.TryParseUnixSeconds(timestamp, out var signedAt) || (form == TimedSignatureForm.Single && signedAt == 0))
        {
            return WebhookVerdict.MalformedSignature;
        }

        signature = new(timestamp, signedAt, buffer[..(count * DigestSize)]);
        return WebhookVerdict.Verified;
    }

    /// <summary>Checks the digests, then the time.</summary>
    private WebhookVerdict Verify(ReadOnlySpan<byte> body, IList<string> secrets, TimeSpan tolerance, TimeProvider timeProvider)
    {
        // The signature covers the text of t as received, so it is not formatted again.
        Span<byte> prefix = stackalloc byte[MaxTimestampLength + 1];
        for (var i = 0; i < _timestamp.Length; i++)
        {
            prefix[i] = (byte)_timestamp[i];
        }

        prefix[_timestamp.Length] = (byte)'.';
        prefix = prefix[..(_timestamp.Length + 1)];

        if (!HmacSignature.MatchesAny(SignatureHash.HmacSha256, secrets, prefix, body, _digests))
        {
            return WebhookVerdict.SignatureMismatch;
        }

        return SignedTime.IsWithin(_signedAt, timeProvider, tolerance) ? WebhookVerdict.Verified : WebhookVerdict.TimestampOutOfTolerance;
    }

    /// <summary>Splits the header. <paramref name="count"/> is -1 without any <c>v1</c>, otherwise the number of well-formed ones.</summary>
    private static bool TryParse(
        ReadOnlySpan<char> header, TimedSignatureForm form, out ReadOnlySpan<char> timestamp, Span<byte> signatures, out int count)
    {
        var several = form == TimedSignatureForm.Several;
        timestamp = default;
        count = -1;
        if (header.Length > MaxHeaderLength)
        {
            return false;
        }

        var rest = header;
        while (true)
        {
            var comma = rest.IndexOf(',');
            var item = (comma < 0 ? rest : rest[..comma]).Trim(' ');
            var equals = item.IndexOf('=');
            if (equals <= 0)
            {
                return false;
            }

            var name = item[..equals];
            var value = item[(equals + 1)..];
            if (name.Length == 1 && name[0] == 't')
            {
                if (!timestamp.IsEmpty || value.IsEmpty)
                {
                    return false;
                }

                timestamp = value;
            }
            else if (name.Length == 2 && name[0] == 'v' && name[1] == '1')
            {
                count = Math.Max(count, 0);
                if (count == (several ? MaxSignatures : 1))
                {
                    return false;
                }

                // A malformed v1 cannot match, but must not affect others if several are sent.
                if (HexDigest.TryDecode(value, signatures.Slice(count * DigestSize, DigestSize), lowerCaseOnly: several))
                {
                    count++;
                }
                else if (!several)
                {
                    return false;
                }
            }

            if (comma < 0)
            {
                return !timestamp.IsEmpty;
            }

            rest = rest[(comma + 1)..];
        }
    }
}

/// <summary>The senders' variants of the header that <see cref="TimedSignature"/> reads.</summary>
internal enum TimedSignatureForm
{
    /// <summary>A <c>v1</c> in lower case for each secret in use. A malformed one is skipped.</summary>
    Several,

    /// <summary>Exactly one <c>v1</c>, a digest in either case, and a time above zero.</summary>
    Single,
}
