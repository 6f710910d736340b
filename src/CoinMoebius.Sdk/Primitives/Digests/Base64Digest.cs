namespace CoinMoebius.Sdk.Primitives.Digests;

/// <summary>Digests in base64 with padding (RFC 4648, section 4), read strictly: each digest has one text.</summary>
internal static class Base64Digest
{
    /// <summary>Returns the number of characters for a number of bytes.</summary>
    public static int LengthOf(int bytes) => (bytes + 2) / 3 * 4;

    public static string Encode(ReadOnlySpan<byte> digest) => Convert.ToBase64String(
#if NETSTANDARD2_0
        digest.ToArray());
#else
        digest);
#endif

    /// <summary>Fills <paramref name="destination"/>; returns false for another length, other characters or set spare bits.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> destination)
    {
        var padding = (3 - (destination.Length % 3)) % 3;
        return text.Length == LengthOf(destination.Length)
            && text.EndsWith("==".AsSpan(0, padding))
            && TryDecodeDigits(text[..^padding], '+', '/', destination);
    }

    /// <summary>Decodes as many digits as the destination needs, with the usual letters and digits and the two given characters.</summary>
    public static bool TryDecodeDigits(ReadOnlySpan<char> digits, char digit62, char digit63, Span<byte> destination)
    {
        var (bits, held, at) = (0, 0, 0);
        foreach (var c in digits)
        {
            var value = c switch
            {
                >= 'A' and <= 'Z' => c - 'A',
                >= 'a' and <= 'z' => c - 'a' + 26,
                >= '0' and <= '9' => c - '0' + 52,
                _ when c == digit62 => 62,
                _ when c == digit63 => 63,
                _ => -1,
            };
            if (value < 0)
            {
                return false;
            }

            bits = (bits << 6) | value;
            held += 6;
            if (held >= 8)
            {
                held -= 8;
                destination[at++] = (byte)(bits >> held);
            }
        }

        return (bits & ((1 << held) - 1)) == 0;
    }
}
