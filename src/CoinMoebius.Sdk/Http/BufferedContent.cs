namespace CoinMoebius.Sdk.Http;

/// <summary>A body read into memory, up to a limit; the rest is not read.</summary>
internal sealed class BufferedContent : ByteArrayContent
{
    /// <summary>Far above any answer of the API.</summary>
    public const int MaxLength = 1024 * 1024;

    private const int FirstLength = 4096;

    private BufferedContent(byte[] buffer, int length)
        : base(buffer, 0, length) => Bytes = new(buffer, 0, length);

    public ReadOnlyMemory<byte> Bytes { get; }

    public static async Task<BufferedContent> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
#if NETSTANDARD2_0
        cancellationToken.ThrowIfCancellationRequested();
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#else
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
#endif
        // One byte more than announced, so that the end is seen without growing.
        var buffer = new byte[content.Headers.ContentLength is < MaxLength and { } announced ? announced + 1 : FirstLength];
        var length = 0;
        while (true)
        {
#if NETSTANDARD2_0
            var read = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false);
#else
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
#endif
            length += read;
            if (read == 0 || length >= MaxLength)
            {
                return new BufferedContent(buffer, Math.Min(length, MaxLength));
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(buffer.Length * 4, MaxLength));
            }
        }
    }
}
