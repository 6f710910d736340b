using System.Security.Cryptography;
using CoinMoebius.Sdk.Primitives.Digests;
using CoinMoebius.Sdk.Primitives.Json.Canonical;

namespace CoinMoebius.Sdk.Crypto;

/// <summary>Computes the keyed digests of a text under each secret while the text is written, so that long texts need no buffer.</summary>
internal sealed class HmacSink(SignatureHash hash, IList<string> secrets) : ITextSink, IDisposable
{
    private IncrementalHash[] _hashes = [];

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> piece)
    {
        if (_hashes.Length == 0)
        {
            _hashes = [.. secrets.Select(secret => KeyedHashes.Of(secret, KeyEncoding.Text).Take(hash))];
        }

        foreach (var hmac in _hashes)
        {
            hmac.AppendData(piece);
        }
    }

    /// <summary>True when any secret produces the digest of the text, whose end is still in the buffer. Then resets for the next text.</summary>
    public bool Matches(TextBuffer text, ReadOnlySpan<byte> signature)
    {
        var rest = text.Written.Span;
        if (text.IsWhole)
        {
            return HmacSignature.MatchesAny(hash, secrets, default, rest, signature);
        }

        // No early exit: the time must not reveal which secret matched.
        Span<byte> digest = stackalloc byte[HmacSignature.MaxSize];
        digest = digest[..HmacSignature.SizeOf(hash)];
        var found = false;
        foreach (var hmac in _hashes)
        {
            hmac.AppendData(rest);
            KeyedHashes.Finish(hmac, digest);
            found |= FixedTime.Equals(digest, signature);
        }

        return found;
    }

    /// <summary>Disposes the hashes.</summary>
    public void Dispose()
    {
        foreach (var hmac in _hashes)
        {
            hmac.Dispose();
        }
    }
}
