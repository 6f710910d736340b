using System.Diagnostics.CodeAnalysis;
using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.MoneyButton.Confirmation;

/// <summary>Decodes hexadecimal text of any length.</summary>
internal static class Hex
{
    /// <summary>Decodes a text; returns false for an odd number of digits, for other characters, and for null or empty text.</summary>
    public static bool TryDecode(string? text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = string.IsNullOrEmpty(text) || text!.Length % 2 != 0 ? null : new byte[text.Length / 2];
        return bytes is not null && HexDigest.TryDecode(text.AsSpan(), bytes);
    }
}
