#if NETSTANDARD2_0
using System.Buffers.Binary;

#endif
namespace CoinMoebius.Sdk.Primitives.Json;

/// <summary>Checks for well-formed UTF-8 as defined in table 3-7 of The Unicode Standard, without exceptions.</summary>
internal static class Utf8Validation
{
#if NETSTANDARD2_0
    private const ulong NotAscii = 0x8080_8080_8080_8080;

    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (i + sizeof(ulong) <= text.Length && (BinaryPrimitives.ReadUInt64LittleEndian(text[i..]) & NotAscii) == 0)
            {
                i += sizeof(ulong);
                continue;
            }

            var length = SequenceLength(text[i..]);
            if (length == 0)
            {
                return false;
            }

            i += length;
        }

        return true;
    }

    private static int SequenceLength(ReadOnlySpan<byte> text)
    {
        var (length, secondFrom, secondTo) = text[0] switch
        {
            < 0x80 => (1, 0, 0),
            >= 0xC2 and <= 0xDF => (2, 0x80, 0xBF),
            0xE0 => (3, 0xA0, 0xBF),
            0xED => (3, 0x80, 0x9F),
            >= 0xE1 and <= 0xEF => (3, 0x80, 0xBF),
            0xF0 => (4, 0x90, 0xBF),
            >= 0xF1 and <= 0xF3 => (4, 0x80, 0xBF),
            0xF4 => (4, 0x80, 0x8F),
            _ => (0, 0, 0),
        };
        if (length > text.Length)
        {
            return 0;
        }

        for (var i = 1; i < length; i++)
        {
            if (text[i] < (i == 1 ? secondFrom : 0x80) || text[i] > (i == 1 ? secondTo : 0xBF))
            {
                return 0;
            }
        }

        return length;
    }
#else
    public static bool IsValid(ReadOnlySpan<byte> text) => System.Text.Unicode.Utf8.IsValid(text);
#endif
}
