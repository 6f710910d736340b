using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace CoinMoebius.Sdk.Webhooks.Signatures;

/// <summary>
/// The hash objects of one secret, kept between requests: setting one up costs about as much as digesting 2 KB. They live as long as
/// the secret's text, so a secret that was rolled away takes them along.
/// </summary>
internal sealed class KeyedHashes
{
    private static readonly ConditionalWeakTable<string, KeyedHashes> OfTexts = new();
    private static readonly ConditionalWeakTable<string, KeyedHashes> OfBase64 = new();
    private static readonly ConditionalWeakTable<string, KeyedHashes>.CreateValueCallback FromText = static secret => new(Encoding.UTF8.GetBytes(secret));
    private static readonly ConditionalWeakTable<string, KeyedHashes>.CreateValueCallback FromBase64 = static secret =>
        new(Base64Secret.Decode(secret) ?? throw new ArgumentException("The secret is not base64.", nameof(secret)));

    private readonly byte[] _key;
    private IncrementalHash? _sha256;
    private IncrementalHash? _sha512;
    private IncrementalHash? _sha1;

    private KeyedHashes(byte[] key) => _key = key;

    /// <summary>The hashes of a secret, by the identity of its text.</summary>
    /// <exception cref="ArgumentException">The text is not what <paramref name="encoding"/> says.</exception>
    public static KeyedHashes Of(string secret, SecretEncoding encoding) =>
        encoding == SecretEncoding.Base64 ? OfBase64.GetValue(secret, FromBase64) : OfTexts.GetValue(secret, FromText);

    public void Compute(SignatureHash hash, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body, Span<byte> digest)
    {
        ref var kept = ref Kept(hash);

        // Whoever takes it out has it alone; the others make their own meanwhile.
        var hmac = Interlocked.Exchange(ref kept, null) ?? IncrementalHash.CreateHMAC(NameOf(hash), _key);
        try
        {
            hmac.AppendData(prefix);
            hmac.AppendData(body);
            Finish(hmac, digest);
        }
        catch
        {
            // Half fed: nobody else may go on with it.
            hmac.Dispose();
            throw;
        }

        Interlocked.Exchange(ref kept, hmac)?.Dispose();
    }

    private ref IncrementalHash? Kept(SignatureHash hash)
    {
        switch (hash)
        {
            case SignatureHash.HmacSha512:
                return ref _sha512;
            case SignatureHash.HmacSha1:
                return ref _sha1;
            default:
                return ref _sha256;
        }
    }

    private static HashAlgorithmName NameOf(SignatureHash hash) => hash switch
    {
        SignatureHash.HmacSha512 => HashAlgorithmName.SHA512,
        SignatureHash.HmacSha1 => HashAlgorithmName.SHA1,
        _ => HashAlgorithmName.SHA256,
    };

#if NETSTANDARD2_0
    private static void Finish(IncrementalHash hmac, Span<byte> digest) => hmac.GetHashAndReset().CopyTo(digest);
#else
    private static void Finish(IncrementalHash hmac, Span<byte> digest) => hmac.GetHashAndReset(digest);
#endif
}
