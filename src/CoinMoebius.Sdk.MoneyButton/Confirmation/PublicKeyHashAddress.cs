using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.MoneyButton.Confirmation;

/// <summary>Reads addresses of the main network: 25 bytes in base 58 with a zero byte, the hash of a public key and a checksum.</summary>
internal static class PublicKeyHashAddress
{
    private const string Digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int Size = 25;
    private const int MaxLength = 34;

    /// <summary>Returns the locking script that pays the address, in lower-case hexadecimal.</summary>
    public static bool TryGetScript(string address, out string script)
    {
        script = "";
        if (!TryDecode(address, out var bytes) || bytes[0] != 0 || !Sha256.Twice(bytes.AsSpan(0, 21).ToArray()).AsSpan(0, 4).SequenceEqual(bytes.AsSpan(21)))
        {
            return false;
        }

        script = "76a914" + HexDigest.Encode(bytes.AsSpan(1, 20)) + "88ac";
        return true;
    }

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = new byte[Size];
        if (text.Length is 0 or > MaxLength)
        {
            return false;
        }

        foreach (var c in text)
        {
            var carry = Digits.AsSpan().IndexOf(c);
            if (carry < 0)
            {
                return false;
            }

            for (var i = Size - 1; i >= 0; i--)
            {
                carry += 58 * bytes[i];
                bytes[i] = (byte)carry;
                carry >>= 8;
            }

            if (carry > 0)
            {
                return false;
            }
        }

        // A leading 1 is a zero byte, so an address has only one spelling.
        var zeros = 0;
        while (zeros < Size && bytes[zeros] == 0)
        {
            zeros++;
        }

        return text.Length - text.TrimStart('1').Length == zeros;
    }
}
