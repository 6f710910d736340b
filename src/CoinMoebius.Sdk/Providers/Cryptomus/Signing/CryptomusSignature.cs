using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Primitives.Digests;
using CoinMoebius.Sdk.Primitives.Json.Canonical;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.Cryptomus.Signing;

/// <summary>
/// Computes <c>md5(base64(text) + key)</c> in lower-case hexadecimal. Sources: doc.cryptomus.com/business/payments/webhook and
/// github.com/CryptomusCom/api-php-sdk, RequestBuilder.php.
/// </summary>
internal static class CryptomusSignature
{
    /// <summary>The size of a digest in bytes.</summary>
    public const int Size = 16;

    private const int HexLength = 2 * Size;

    // A multiple of three, so that only the last piece needs padding.
    private const int PieceSize = 3 * 1024;
    private const int EncodedPieceSize = 4 * 1024;

    private static IncrementalHash? _kept;

    /// <summary>Reads the member <c>sign</c>.</summary>
    /// <param name="token">The well-formed JSON value; empty when there is none.</param>
    /// <param name="digest">Receives the digest.</param>
    public static WebhookVerdict Read(ReadOnlySpan<byte> token, Span<byte> digest)
    {
        if (token.IsEmpty || token.SequenceEqual("null"u8))
        {
            return WebhookVerdict.MissingSignature;
        }

        if (token[0] != (byte)'"')
        {
            return WebhookVerdict.MalformedSignature;
        }

        Span<char> text = stackalloc char[HexLength + 1];
        var units = new Utf16Units(token[1..^1]);
        var length = 0;
        for (var unit = units.Next(); unit != Utf16Units.End && length < text.Length; unit = units.Next())
        {
            text[length++] = (char)unit;
        }

        text = text[..length];
        return text.IsWhiteSpace() ? WebhookVerdict.MissingSignature
            : HexDigest.TryDecode(text, digest, lowerCaseOnly: true) ? WebhookVerdict.Verified
            : WebhookVerdict.MalformedSignature;
    }

    /// <summary>True when any of the keys produces the digest of a text.</summary>
    public static bool MatchesAny(IList<string> keys, ReadOnlySpan<byte> text, ReadOnlySpan<byte> digest)
    {
        Span<byte> computed = stackalloc byte[Size];
        var found = false;

        // No early exit: the time must not reveal which key matched.
        for (var i = 0; i < keys.Count; i++)
        {
            Compute(keys[i], text, computed);
            found |= FixedTime.Equals(computed, digest);
        }

        return found;
    }

    /// <summary>Returns the digest in the form for requests.</summary>
    public static string Sign(string key, ReadOnlySpan<byte> text)
    {
        Span<byte> digest = stackalloc byte[Size];
        Compute(key, text, digest);
        return HexDigest.Encode(digest);
    }

    /// <summary>Adds a text, or a part of it with a length that is a multiple of three.</summary>
    public static void AppendBase64(IncrementalHash md5, ReadOnlySpan<byte> text)
    {
        var encoded = ArrayPool<byte>.Shared.Rent(EncodedPieceSize);
        while (!text.IsEmpty)
        {
            var piece = text[..Math.Min(text.Length, PieceSize)];
            Base64.EncodeToUtf8(piece, encoded, out _, out var count);
            md5.AppendData(encoded, 0, count);
            text = text[piece.Length..];
        }

        ArrayPool<byte>.Shared.Return(encoded);
    }

    /// <summary>Adds the key, writes the digest and resets the hash.</summary>
    public static void Finish(IncrementalHash md5, string key, Span<byte> digest)
    {
        md5.AppendData(SecretText.Encode(key));
#if NETSTANDARD2_0
        md5.GetHashAndReset().CopyTo(digest);
#else
        md5.GetHashAndReset(digest);
#endif
    }

    private static void Compute(string key, ReadOnlySpan<byte> text, Span<byte> digest)
    {
        // One caller takes the cached hash for itself; concurrent callers create their own.
        var md5 = Interlocked.Exchange(ref _kept, null) ?? IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        try
        {
            AppendBase64(md5, text);
            Finish(md5, key, digest);
        }
        catch
        {
            // The hash holds a part of the data, so nobody may reuse it.
            md5.Dispose();
            throw;
        }

        Interlocked.Exchange(ref _kept, md5)?.Dispose();
    }
}
