using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace CoinMoebius.Sdk.Webhooks.Signatures;

/// <summary>Keyed digests over a prefix and a body, without joining large bodies and without buffers sized on the stack by input.</summary>
internal static class HmacSignature
{
    /// <summary>The longest digest of <see cref="SignatureHash"/> in bytes.</summary>
    public const int MaxSize = 64;

    private const int StackKeySize = 128;

    // Up to here prefix and body are joined in a pooled buffer, which is cheaper than an incremental hash object.
    private const int JoinLimit = 64 * 1024;

    public static int SizeOf(SignatureHash hash) => hash == SignatureHash.HmacSha512 ? 64 : 32;

    /// <summary>
    /// True when any of <paramref name="secrets"/>, as UTF-8 text, makes any of the digests packed in <paramref name="candidates"/>.
    /// </summary>
    public static bool MatchesAny(
        SignatureHash hash, IList<string> secrets, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body, ReadOnlySpan<byte> candidates)
    {
        var size = SizeOf(hash);
        Span<byte> digest = stackalloc byte[MaxSize];
        digest = digest[..size];
        var found = false;

        // No early exit: the time tells neither which secret matched nor which candidate.
        for (var i = 0; i < secrets.Count; i++)
        {
            Compute(hash, secrets[i], prefix, body, digest);
            for (var at = 0; at + size <= candidates.Length; at += size)
            {
                found |= FixedTime.Equals(digest, candidates.Slice(at, size));
            }
        }

        return found;
    }

    /// <summary>Computes the digest of <paramref name="prefix"/> followed by <paramref name="body"/> under a key given as UTF-8 text.</summary>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty.</exception>
    public static void Compute(SignatureHash hash, string secret, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body, Span<byte> digest)
    {
        if (secret.Length == 0)
        {
            throw new ArgumentException("An empty secret signs nothing.", nameof(secret));
        }

#if NETSTANDARD2_0
        Compute(hash, Encoding.UTF8.GetBytes(secret), prefix, body, digest);
#else
        Span<byte> stack = stackalloc byte[StackKeySize];
        var key = Encoding.UTF8.GetMaxByteCount(secret.Length) <= StackKeySize
            ? stack[..Encoding.UTF8.GetBytes(secret, stack)]
            : Encoding.UTF8.GetBytes(secret);
        Compute(hash, key, prefix, body, digest);
#endif
    }

    /// <summary>Computes the digest of <paramref name="prefix"/> followed by <paramref name="body"/> under a key of bytes.</summary>
    public static void Compute(
        SignatureHash hash, ReadOnlySpan<byte> key, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body, Span<byte> digest)
    {
#if !NETSTANDARD2_0
        if (prefix.IsEmpty)
        {
            OneShot(hash, key, body, digest);
            return;
        }

        var length = prefix.Length + body.Length;
        if (length <= JoinLimit)
        {
            var joined = ArrayPool<byte>.Shared.Rent(length);
            prefix.CopyTo(joined);
            body.CopyTo(joined.AsSpan(prefix.Length));
            OneShot(hash, key, joined.AsSpan(0, length), digest);
            ArrayPool<byte>.Shared.Return(joined);
            return;
        }
#endif
        Incremental(hash, key, prefix, body, digest);
    }

#if NETSTANDARD2_0
    private static void Incremental(
        SignatureHash hash, ReadOnlySpan<byte> key, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body, Span<byte> digest)
    {
        using var hmac = IncrementalHash.CreateHMAC(NameOf(hash), key.ToArray());
        var chunk = ArrayPool<byte>.Shared.Rent(JoinLimit);
        Append(hmac, prefix, chunk);
        Append(hmac, body, chunk);
        ArrayPool<byte>.Shared.Return(chunk);
        hmac.GetHashAndReset().CopyTo(digest);
    }

    private static void Append(IncrementalHash hmac, ReadOnlySpan<byte> data, byte[] chunk)
    {
        while (!data.IsEmpty)
        {
            var count = Math.Min(chunk.Length, data.Length);
            data[..count].CopyTo(chunk);
            hmac.AppendData(chunk, 0, count);
            data = data[count..];
        }
    }
#else
    private static void OneShot(SignatureHash hash, ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, Span<byte> digest)
    {
        _ = hash == SignatureHash.HmacSha512 ? HMACSHA512.HashData(key, data, digest) : HMACSHA256.HashData(key, data, digest);
    }

    private static void Incremental(
        SignatureHash hash, ReadOnlySpan<byte> key, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body, Span<byte> digest)
    {
        using var hmac = IncrementalHash.CreateHMAC(NameOf(hash), key);
        hmac.AppendData(prefix);
        hmac.AppendData(body);
        hmac.GetHashAndReset(digest);
    }
#endif

    private static HashAlgorithmName NameOf(SignatureHash hash) =>
        hash == SignatureHash.HmacSha512 ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256;
}
