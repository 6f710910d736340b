using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace CoinMoebius.Sdk.Crypto;

/// <summary>
/// The hash objects of one secret, cached between requests: creating one costs about as much as digesting 2 KB. They live as long as the
/// secret's string, so a replaced secret frees them.
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

    /// <summary>Returns the hashes of a secret, by the identity of its string.</summary>
    /// <exception cref="ArgumentException">The text does not fit <paramref name="encoding"/>.</exception>
    public static KeyedHashes Of(string secret, KeyEncoding encoding) =>
        encoding == KeyEncoding.Base64 ? OfBase64.GetValue(secret, FromBase64) : OfTexts.GetValue(secret, FromText);

    /// <summary>Returns an unused hash under the key for the caller alone. After a reset, return it with <see cref="Return"/>.</summary>
    public IncrementalHash Take(SignatureHash hash) =>
        Interlocked.Exchange(ref Kept(hash), null) ?? IncrementalHash.CreateHMAC(NameOf(hash), _key);

    /// <summary>Stores a hash for the next caller of <see cref="Take"/>.</summary>
    public void Return(SignatureHash hash, IncrementalHash hmac) => Interlocked.Exchange(ref Kept(hash), hmac)?.Dispose();

    public void Compute(SignatureHash hash, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body, Span<byte> digest)
    {
        var hmac = Take(hash);
        try
        {
            hmac.AppendData(prefix);
            hmac.AppendData(body);
            Finish(hmac, digest);
        }
        catch
        {
            // The hash holds a part of the data, so nobody may reuse it.
            hmac.Dispose();
            throw;
        }

        Return(hash, hmac);
    }

    /// <summary>Writes the digest of the appended data and resets the hash.</summary>
#if NETSTANDARD2_0
    public static void Finish(IncrementalHash hash, Span<byte> digest) => hash.GetHashAndReset().CopyTo(digest);
#else
    public static void Finish(IncrementalHash hash, Span<byte> digest) => hash.GetHashAndReset(digest);
#endif

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
}

/// <summary>How a secret's text holds its key.</summary>
internal enum KeyEncoding
{
    /// <summary>The key is the text itself, in UTF-8.</summary>
    Text,

    /// <summary>The text holds the key in base64, after an optional <c>whsec_</c>; see <see cref="Base64Secret"/>.</summary>
    Base64,
}
