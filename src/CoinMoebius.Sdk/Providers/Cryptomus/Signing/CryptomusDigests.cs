using System.Security.Cryptography;
using CoinMoebius.Sdk.Primitives.Digests;
using CoinMoebius.Sdk.Primitives.Json.Canonical;

namespace CoinMoebius.Sdk.Providers.Cryptomus.Signing;

/// <summary>Computes the digests of a text under each key while the text is written, so that long texts need no buffer.</summary>
internal sealed class CryptomusDigests(IList<string> keys) : ITextSink, IDisposable
{
    private IncrementalHash[] _hashes = [];

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> piece)
    {
        if (_hashes.Length == 0)
        {
            _hashes = [.. keys.Select(static _ => IncrementalHash.CreateHash(HashAlgorithmName.MD5))];
        }

        foreach (var md5 in _hashes)
        {
            CryptomusSignature.AppendBase64(md5, piece);
        }
    }

    /// <summary>True when any key produces the digest of the text, whose end is still in the buffer. Then resets for the next text.</summary>
    public bool Matches(TextBuffer text, ReadOnlySpan<byte> digest)
    {
        var rest = text.Written.Span;
        if (text.IsWhole)
        {
            return CryptomusSignature.MatchesAny(keys, rest, digest);
        }

        // No early exit: the time must not reveal which key matched.
        Span<byte> computed = stackalloc byte[CryptomusSignature.Size];
        var found = false;
        for (var i = 0; i < _hashes.Length; i++)
        {
            CryptomusSignature.AppendBase64(_hashes[i], rest);
            CryptomusSignature.Finish(_hashes[i], keys[i], computed);
            found |= FixedTime.Equals(computed, digest);
        }

        return found;
    }

    /// <summary>Disposes the hashes.</summary>
    public void Dispose()
    {
        foreach (var md5 in _hashes)
        {
            md5.Dispose();
        }
    }
}
