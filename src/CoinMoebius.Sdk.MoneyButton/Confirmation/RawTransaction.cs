using System.Buffers.Binary;
using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.MoneyButton.Confirmation;

/// <summary>Reads the wire format of a transaction: version, inputs, outputs, lock time.</summary>
internal static class RawTransaction
{
    // The smallest input: transaction id, index, an empty script and the sequence number.
    private const int SmallestInput = 41;
    private const int SmallestOutput = 9;

    // The maximum supply of bitcoins.
    private const long MaxSatoshis = 21_000_000L * 100_000_000;

    public static bool TryRead(string? hex, out string txId, out IReadOnlyList<MoneyButtonTransactionOutput> outputs)
    {
        (txId, outputs) = ("", []);
        if (!Hex.TryDecode(hex, out var bytes))
        {
            return false;
        }

        var rest = new ReadOnlySpan<byte>(bytes);
        if (!TrySkip(ref rest, 4) || !TrySkipInputs(ref rest) || !TryReadOutputs(ref rest, out var found) || rest.Length != 4)
        {
            return false;
        }

        Span<byte> id = Sha256.Twice(bytes);
        id.Reverse();
        (txId, outputs) = (HexDigest.Encode(id), found);
        return true;
    }

    private static bool TrySkipInputs(ref ReadOnlySpan<byte> rest)
    {
        if (!TryReadCount(ref rest, SmallestInput, out var count))
        {
            return false;
        }

        for (; count > 0; count--)
        {
            if (!TrySkip(ref rest, 36) || !TryReadCount(ref rest, 1, out var scriptLength) || !TrySkip(ref rest, scriptLength) || !TrySkip(ref rest, 4))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadOutputs(ref ReadOnlySpan<byte> rest, out List<MoneyButtonTransactionOutput> outputs)
    {
        outputs = [];
        if (!TryReadCount(ref rest, SmallestOutput, out var count))
        {
            return false;
        }

        for (; count > 0; count--)
        {
            var at = rest;
            if (!TrySkip(ref rest, 8) || !TryReadCount(ref rest, 1, out var scriptLength))
            {
                return false;
            }

            var satoshis = BinaryPrimitives.ReadInt64LittleEndian(at);
            var script = rest;
            if (satoshis is < 0 or > MaxSatoshis || !TrySkip(ref rest, scriptLength))
            {
                return false;
            }

            outputs.Add(new(satoshis, HexDigest.Encode(script[..scriptLength])));
        }

        return true;
    }

    private static bool TrySkip(ref ReadOnlySpan<byte> rest, int length)
    {
        if (length > rest.Length)
        {
            return false;
        }

        rest = rest[length..];
        return true;
    }

    /// <summary>Reads a count of one to nine bytes; returns false when the remaining bytes cannot hold that many items.</summary>
    private static bool TryReadCount(ref ReadOnlySpan<byte> rest, int smallestItem, out int count)
    {
        count = 0;
        if (rest.IsEmpty)
        {
            return false;
        }

        var at = rest[1..];
        var width = rest[0] switch { 0xFD => 2, 0xFE => 4, 0xFF => 8, _ => 0 };
        if (width > at.Length)
        {
            return false;
        }

        var value = width switch
        {
            0 => rest[0],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(at),
            4 => BinaryPrimitives.ReadUInt32LittleEndian(at),
            _ => BinaryPrimitives.ReadUInt64LittleEndian(at),
        };
        rest = at[width..];
        if (value > (ulong)(rest.Length / smallestItem))
        {
            return false;
        }

        count = (int)value;
        return true;
    }
}
