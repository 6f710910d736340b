using System.Diagnostics.CodeAnalysis;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Webhooks.Signatures;

/// <summary>
/// The scheme of Standard Webhooks: an id, a time in Unix seconds and a list of signatures in three headers, over the id, the time and
/// the raw body with full stops between. Source: github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md.
/// </summary>
internal readonly ref struct StandardSignature
{
    private const string PublicVersion = "v1a,";
    private const int MaxIdLength = 256;
    private const int MaxTimestampLength = 12;
    private const int MaxHeaderLength = 8 * 1024;
    private const int DigestSize = 32;
    private const int PublicSize = 64;

    // One for each secret in use; senders allow two to overlap. A check with a public key costs a hundred times as much as with a shared one.
    private const int MaxDigests = 8;
    private const int MaxPublic = 2;
    private const int BufferSize = (MaxDigests * DigestSize) + (MaxPublic * PublicSize);

    private readonly string _timestamp;
    private readonly long _sentAt;
    private readonly ReadOnlySpan<byte> _digests;
    private readonly ReadOnlySpan<byte> _public;

    private StandardSignature(Headers headers, long sentAt, ReadOnlySpan<byte> digests, ReadOnlySpan<byte> publicSignatures)
    {
        Id = headers.Id;
        _timestamp = headers.Timestamp;
        _sentAt = sentAt;
        _digests = digests;
        _public = publicSignatures;
    }

    private string Id { get; }

    /// <summary>
    /// Checks a request under the secrets of the options: <c>v1</c> with shared ones, <c>v1a</c> with public keys. The time is checked after
    /// the signature.
    /// </summary>
    /// <param name="request">The delivery.</param>
    /// <param name="verifier">Provides the clock and the options, which are not read for a malformed request.</param>
    /// <param name="tolerance">Returns the tolerance of the options.</param>
    /// <param name="encoding">Returns how secrets hold their keys.</param>
    /// <param name="verifyEd25519">Returns the check for public keys; null if the service has none.</param>
    /// <param name="id">The signed id of the message when the result is <see cref="WebhookVerdict.Verified"/>, otherwise empty.</param>
    public static WebhookVerdict Verify<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        WebhookRequest request,
        WebhookVerifier<TOptions> verifier,
        Func<TOptions, TimeSpan> tolerance,
        Func<TOptions, SecretEncoding> encoding,
        Func<TOptions, Ed25519Check?>? verifyEd25519,
        out string id)
        where TOptions : WebhookOptions
    {
        id = "";
        Span<byte> buffer = stackalloc byte[BufferSize];
        var verdict = Read(request, buffer, out var signature);
        if (verdict != WebhookVerdict.Verified)
        {
            return verdict;
        }

        var current = verifier.Current;
        if (!signature.Matches(request.Body.Span, current.Secrets, encoding(current), verifyEd25519?.Invoke(current)))
        {
            return WebhookVerdict.SignatureMismatch;
        }

        if (!SignedTime.IsWithin(signature._sentAt, verifier.TimeProvider, tolerance(current)))
        {
            return WebhookVerdict.TimestampOutOfTolerance;
        }

        id = signature.Id;
        return WebhookVerdict.Verified;
    }

    /// <summary>False when the headers contain no signature under a public key.</summary>
    public static bool MayBePublic(WebhookRequest request) =>
        Headers.Read(request, out var headers) == WebhookVerdict.Verified && headers.Signatures.AsSpan().IndexOf(PublicVersion.AsSpan()) >= 0;

    private static WebhookVerdict Read(WebhookRequest request, Span<byte> buffer, out StandardSignature signature)
    {
        signature = default;
        var found = Headers.Read(request, out var headers);
        if (found != WebhookVerdict.Verified)
        {
            return found;
        }

        if (!IsId(headers.Id)
            || !SignedTime.TryParseUnixSeconds(headers.Timestamp.AsSpan(), out var sentAt)
            || !TryReadSignatures(headers.Signatures, buffer, out var digests, out var publicSignatures))
        {
            return WebhookVerdict.MalformedSignature;
        }

        signature = new(headers, sentAt, digests, publicSignatures);
        return WebhookVerdict.Verified;
    }

    // A full stop would make the border between the id and the time ambiguous.
    private static bool IsId(string id)
    {
        if (id.Length > MaxIdLength)
        {
            return false;
        }

        foreach (var c in id)
        {
            if (c is <= ' ' or > '~' or '.')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Decodes the signatures of both kinds; false for a list that is too long. A malformed one cannot match, but does not affect the others.
    /// </summary>
    private static bool TryReadSignatures(string header, Span<byte> buffer, out ReadOnlySpan<byte> digests, out ReadOnlySpan<byte> publicSignatures)
    {
        digests = publicSignatures = default;
        if (header.Length > MaxHeaderLength)
        {
            return false;
        }

        var rest = header.AsSpan();
        var digestRoom = buffer[..(MaxDigests * DigestSize)];
        var publicRoom = buffer[(MaxDigests * DigestSize)..];
        while (TryTakeToken(ref rest, out var version, out var value))
        {
            if (version.SequenceEqual("v1".AsSpan()) && !TryAdd(value, DigestSize, digestRoom, ref digests))
            {
                return false;
            }

            if (version.SequenceEqual("v1a".AsSpan()) && !TryAdd(value, PublicSize, publicRoom, ref publicSignatures))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a signature to those of its kind; false when there is no more room.</summary>
    private static bool TryAdd(scoped ReadOnlySpan<char> text, int size, Span<byte> room, ref ReadOnlySpan<byte> signatures)
    {
        Span<byte> decoded = stackalloc byte[PublicSize];
        decoded = decoded[..size];
        if (!Base64Digest.TryDecode(text, decoded))
        {
            return true;
        }

        // An expensive check is not repeated for a duplicate signature.
        for (var at = 0; at < signatures.Length && size == PublicSize; at += size)
        {
            if (signatures.Slice(at, size).SequenceEqual(decoded))
            {
                return true;
            }
        }

        if (signatures.Length == room.Length)
        {
            return false;
        }

        decoded.CopyTo(room[signatures.Length..]);
        signatures = room[..(signatures.Length + size)];
        return true;
    }

    /// <summary>Takes the next <c>version,signature</c> from a list separated by blanks. It skips items without a comma.</summary>
    private static bool TryTakeToken(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> version, out ReadOnlySpan<char> value)
    {
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(' ');
            var token = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            var comma = token.IndexOf(',');
            if (comma >= 0)
            {
                version = token[..comma];
                value = token[(comma + 1)..];
                return true;
            }
        }

        version = default;
        value = default;
        return false;
    }

    private bool Matches(ReadOnlySpan<byte> body, IList<string> secrets, SecretEncoding encoding, Ed25519Check? verifyEd25519)
    {
        // As received: neither is formatted again.
        Span<byte> prefix = stackalloc byte[MaxIdLength + 1 + MaxTimestampLength + 1];
        prefix = prefix[..(WriteText(Id, prefix) + WriteText(_timestamp, prefix[(Id.Length + 1)..]))];

        var found = false;
        var hasPublicKey = false;
        for (var i = 0; i < secrets.Count; i++)
        {
            if (StandardSecrets.TryReadPublicKey(secrets[i], out _))
            {
                hasPublicKey = true;
            }
            else
            {
                found |= MatchesShared(secrets[i], encoding, prefix, body);
            }
        }

        return found || (hasPublicKey && verifyEd25519 is not null && !_public.IsEmpty && MatchesPublicKey(verifyEd25519, secrets, prefix, body));
    }

    private bool MatchesShared(string secret, SecretEncoding encoding, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body)
    {
        // No early exit: the time must not reveal which secret matched or in which reading.
        var readings = StandardSecrets.ReadingsOf(secret, encoding);
        var found = false;
        if ((readings & StandardReadings.Base64) != 0)
        {
            found |= HmacSignature.Matches(SignatureHash.HmacSha256, secret, prefix, body, _digests, KeyEncoding.Base64);
        }

        if ((readings & StandardReadings.Text) != 0)
        {
            found |= HmacSignature.Matches(SignatureHash.HmacSha256, secret, prefix, body, _digests, KeyEncoding.Text);
        }

        return found;
    }

    private bool MatchesPublicKey(Ed25519Check verify, IList<string> secrets, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body)
    {
        var message = new byte[prefix.Length + body.Length];
        prefix.CopyTo(message);
        body.CopyTo(message.AsSpan(prefix.Length));
        for (var i = 0; i < secrets.Count; i++)
        {
            if (!StandardSecrets.TryReadPublicKey(secrets[i], out var key))
            {
                continue;
            }

            for (var at = 0; at < _public.Length; at += PublicSize)
            {
                if (verify(key, message, _public.Slice(at, PublicSize)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Writes an ASCII text and a full stop, and returns the number of bytes.</summary>
    private static int WriteText(string text, Span<byte> destination)
    {
        for (var i = 0; i < text.Length; i++)
        {
            destination[i] = (byte)text[i];
        }

        destination[text.Length] = (byte)'.';
        return text.Length + 1;
    }

    /// <summary>The three headers of one family.</summary>
    private readonly record struct Headers(string Id, string Timestamp, string Signatures)
    {
        /// <summary>Reads the complete family. The names of both are never combined: no sender mixes them.</summary>
        public static WebhookVerdict Read(WebhookRequest request, out Headers headers)
        {
            var found = Read(request, "webhook-id", "webhook-timestamp", "webhook-signature", out headers);
            if (found != WebhookVerdict.MissingSignature)
            {
                return found;
            }

            // The names that Svix used before the standard, and still uses.
            return Read(request, "svix-id", "svix-timestamp", "svix-signature", out headers);
        }

        private static WebhookVerdict Read(WebhookRequest request, string idName, string timestampName, string signatureName, out Headers headers)
        {
            headers = default;
            var found = request.GetSingleHeader(idName, out var id);
            if (found != WebhookVerdict.Verified)
            {
                return found;
            }

            found = request.GetSingleHeader(timestampName, out var timestamp);
            if (found != WebhookVerdict.Verified)
            {
                return found;
            }

            found = request.GetSingleHeader(signatureName, out var signatures);
            headers = new(id, timestamp, signatures);
            return found;
        }
    }
}
