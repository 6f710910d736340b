using System.Buffers.Binary;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>CRC-32 as in IEEE 802.3 and zlib, eight bytes a step. A checksum, not a digest: anyone can make a body to fit it.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    // Row k holds the effect of a byte that is followed by k zero bytes.
    private static readonly uint[][] Tables = CreateTables();

    public static uint Compute(ReadOnlySpan<byte> data)
    {
        uint[] t0 = Tables[0], t1 = Tables[1], t2 = Tables[2], t3 = Tables[3], t4 = Tables[4], t5 = Tables[5], t6 = Tables[6], t7 = Tables[7];
        var crc = uint.MaxValue;
        while (data.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(data) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
            crc = t7[(byte)low] ^ t6[(byte)(low >> 8)] ^ t5[(byte)(low >> 16)] ^ t4[low >> 24]
                ^ t3[(byte)high] ^ t2[(byte)(high >> 8)] ^ t1[(byte)(high >> 16)] ^ t0[high >> 24];
            data = data[8..];
        }

        foreach (var b in data)
        {
            crc = (crc >> 8) ^ t0[(byte)(crc ^ b)];
        }

        return ~crc;
    }

    private static uint[][] CreateTables()
    {
        var tables = new uint[8][];
        for (var row = 0; row < tables.Length; row++)
        {
            tables[row] = new uint[256];
            for (var i = 0u; i < 256; i++)
            {
                tables[row][i] = row == 0 ? Divide(i) : (tables[row - 1][i] >> 8) ^ tables[0][(byte)tables[row - 1][i]];
            }
        }

        return tables;
    }

    private static uint Divide(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        }

        return value;
    }
}
