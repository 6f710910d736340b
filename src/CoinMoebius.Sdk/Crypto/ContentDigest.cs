using System.Security.Cryptography;
using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Crypto;

/// <summary>Derives an event id for signed content that carries none.</summary>
internal static class ContentDigest
{
    private const string Prefix = "sha256:";
    private const int DigestBytes = 16;

    /// <summary>Returns <c>sha256:</c> and the first 32 hexadecimal digits of the SHA-256 of the signed text.</summary>
    public static string EventId(ReadOnlySpan<byte> signedText)
    {
#if NETSTANDARD2_0
        return Prefix + Hex(signedText);
#else
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(signedText, digest);
        Span<char> text = stackalloc char[Prefix.Length + (2 * DigestBytes)];
        Prefix.CopyTo(text);
        Convert.TryToHexStringLower(digest[..DigestBytes], text[Prefix.Length..], out _);
        return new string(text);
#endif
    }

    /// <summary>Returns the first 32 hexadecimal digits of the SHA-256.</summary>
    public static string Hex(ReadOnlySpan<byte> text)
    {
#if NETSTANDARD2_0
        using var sha = SHA256.Create();
        var digest = sha.ComputeHash(text.ToArray());
        return HexDigest.Encode(digest.AsSpan(0, DigestBytes));
#else
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, digest);
        return HexDigest.Encode(digest[..DigestBytes]);
#endif
    }
}
