namespace CoinMoebius.Sdk.Primitives.Digests;

/// <summary>Digests in base64url without padding (RFC 4648, section 5), read strictly: each digest has one text.</summary>
internal static class Base64UrlDigest
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>Returns the number of characters for a number of bytes.</summary>
    public static int LengthOf(int bytes) => ((bytes * 8) + 5) / 6;

    public static string Encode(ReadOnlySpan<byte> digest)
    {
        var text = new char[LengthOf(digest.Length)];
        var (bits, held, at) = (0, 0, 0);
        foreach (var value in digest)
        {
            bits = (bits << 8) | value;
            for (held += 8; held >= 6; held -= 6)
            {
                text[at++] = Alphabet[(bits >> (held - 6)) & 63];
            }
        }

        if (held > 0)
        {
            text[at] = Alphabet[(bits << (6 - held)) & 63];
        }

        return new string(text);
    }

    /// <summary>Fills <paramref name="destination"/>; returns false for another length, other characters or set spare bits.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> destination) =>
        text.Length == LengthOf(destination.Length) && Base64Digest.TryDecodeDigits(text, '-', '_', destination);
}
