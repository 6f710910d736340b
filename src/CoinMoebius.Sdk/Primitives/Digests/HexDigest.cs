namespace CoinMoebius.Sdk.Primitives.Digests;

/// <summary>Digests in hexadecimal, read strictly.</summary>
internal static class HexDigest
{
    /// <summary>Returns the digits in lower case.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes) =>
#if NETSTANDARD2_0
        BitConverter.ToString(bytes.ToArray()).Replace("-", "").ToLowerInvariant();
#else
        Convert.ToHexStringLower(bytes);
#endif

    /// <summary>Decodes exactly <c>2 × destination.Length</c> digits; returns false for anything else, including surrounding blanks.</summary>
    /// <param name="text">The digits.</param>
    /// <param name="destination">Receives the bytes.</param>
    /// <param name="lowerCaseOnly">True to accept lower case only, for providers that send nothing else.</param>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> destination, bool lowerCaseOnly = false)
    {
        if (text.Length != destination.Length * 2)
        {
            return false;
        }

#if !NETSTANDARD2_0
        return !(lowerCaseOnly && text.ContainsAnyInRange('A', 'F'))
            && Convert.FromHexString(text, destination, out _, out _) == System.Buffers.OperationStatus.Done;
#else
        var bad = 0;
        for (var i = 0; i < destination.Length; i++)
        {
            var value = (Digit(text[2 * i], lowerCaseOnly) << 4) | Digit(text[(2 * i) + 1], lowerCaseOnly);
            bad |= value;
            destination[i] = (byte)value;
        }

        return bad >= 0;
#endif
    }

#if NETSTANDARD2_0
    private static int Digit(char c, bool lowerCaseOnly) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' when !lowerCaseOnly => c - 'A' + 10,
        _ => -1,
    };
#endif
}
