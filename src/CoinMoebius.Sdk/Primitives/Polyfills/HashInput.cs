#if NETSTANDARD2_0
using System.Buffers;
using System.Security.Cryptography;

namespace CoinMoebius.Sdk;

/// <summary>Appends spans to a hash, for .NET Standard.</summary>
internal static class HashInput
{
    private const int ChunkSize = 16 * 1024;

    public static void AppendData(this IncrementalHash hash, ReadOnlySpan<byte> data)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        while (!data.IsEmpty)
        {
            var count = Math.Min(chunk.Length, data.Length);
            data[..count].CopyTo(chunk);
            hash.AppendData(chunk, 0, count);
            data = data[count..];
        }

        ArrayPool<byte>.Shared.Return(chunk);
    }
}
#endif
