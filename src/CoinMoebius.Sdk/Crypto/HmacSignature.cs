using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Crypto;

/// <summary>Computes keyed digests over a prefix and a body without joining the two.</summary>
internal static class HmacSignature
{
    /// <summary>The longest digest of <see cref="SignatureHash"/> in bytes.</summary>
    public const int MaxSize = 64;

    public static int SizeOf(SignatureHash hash) => hash switch
    {
        SignatureHash.HmacSha512 => 64,
        SignatureHash.HmacSha1 => 20,
        _ => 32,
    };

    /// <summary>
    /// True when any of <paramref name="secrets"/> produces any of the digests packed in <paramref name="candidates"/>.
    /// </summary>
    public static bool MatchesAny(
        SignatureHash hash,
        IList<string> secrets,
        ReadOnlySpan<byte> prefix,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> candidates,
        KeyEncoding encoding = KeyEncoding.Text)
    {
        // No early exit: the time must not reveal which secret or candidate matched.
        var found = false;
        for (var i = 0; i < secrets.Count; i++)
        {
            found |= Matches(hash, secrets[i], prefix, body, candidates, encoding);
        }

        return found;
    }

    /// <summary>True when <paramref name="secret"/> produces any of the digests packed in <paramref name="candidates"/>.</summary>
    public static bool Matches(
        SignatureHash hash,
        string secret,
        ReadOnlySpan<byte> prefix,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> candidates,
        KeyEncoding encoding = KeyEncoding.Text)
    {
        var size = SizeOf(hash);
        Span<byte> digest = stackalloc byte[MaxSize];
        digest = digest[..size];
        Compute(hash, secret, prefix, body, digest, encoding);
        var found = false;
        for (var at = 0; at + size <= candidates.Length; at += size)
        {
            found |= FixedTime.Equals(digest, candidates.Slice(at, size));
        }

        return found;
    }

    /// <summary>Computes the digest of <paramref name="prefix"/> followed by <paramref name="body"/> under a secret's key.</summary>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty, or does not fit <paramref name="encoding"/>.</exception>
    public static void Compute(
        SignatureHash hash,
        string secret,
        ReadOnlySpan<byte> prefix,
        ReadOnlySpan<byte> body,
        Span<byte> digest,
        KeyEncoding encoding = KeyEncoding.Text)
    {
        if (secret.Length == 0)
        {
            throw new ArgumentException("The secret must not be empty.", nameof(secret));
        }

        KeyedHashes.Of(secret, encoding).Compute(hash, prefix, body, digest);
    }
}

/// <summary>The keyed digests that providers use.</summary>
internal enum SignatureHash
{
    HmacSha256,
    HmacSha512,

    /// <summary>Secure as a keyed digest, although SHA-1 itself is broken. Only for providers whose scheme prescribes it.</summary>
    HmacSha1,
}
