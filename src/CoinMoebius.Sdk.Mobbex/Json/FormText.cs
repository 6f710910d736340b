namespace CoinMoebius.Sdk.Mobbex.Json;

/// <summary>Decodes form text: <c>+</c> is a space, and <c>%41</c> is a byte.</summary>
internal static class FormText
{
    /// <summary>Decodes into a buffer; false for a percent sign without two digits, and when the buffer is too short.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> destination, out int length)
    {
        length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            int value = text[i] == '+' ? ' ' : text[i];
            if (value == '%')
            {
                if (i + 2 >= text.Length || Digit(text[i + 1]) is not (>= 0 and var high) || Digit(text[i + 2]) is not (>= 0 and var low))
                {
                    return false;
                }

                value = (high << 4) | low;
                i += 2;
            }

            if (length == destination.Length)
            {
                return false;
            }

            destination[length++] = (byte)value;
        }

        return true;
    }

    private static int Digit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        _ => -1,
    };
}
