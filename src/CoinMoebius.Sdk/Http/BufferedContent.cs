namespace CoinMoebius.Sdk.Http;

/// <summary>A body in memory, up to a limit; the rest is not read.</summary>
internal sealed class BufferedContent : ByteArrayContent
{
    /// <summary>Far above any response of the APIs.</summary>
    public const int MaxLength = 1024 * 1024;

    private const int FirstLength = 4096;

    private readonly byte[] _buffer;

    private BufferedContent(byte[] buffer, int length, HttpContent? like)
        : base(buffer, 0, length)
    {
        _buffer = buffer;
        Bytes = new(buffer, 0, length);
        foreach (var header in like?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
        {
            if (header.Key != "Content-Length")
            {
                Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Reads the body of a response and replaces its content with the buffer.</summary>
    /// <param name="response">The response.</param>
    /// <param name="keepHeaders">True if other handlers may read the content headers.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static ValueTask<BufferedContent> ReplaceAsync(HttpResponseMessage response, bool keepHeaders, CancellationToken cancellationToken) =>
        response.Content is BufferedContent known ? new(known) : new(ReadAsync(response, keepHeaders, cancellationToken));

    /// <summary>Returns the same bytes for another reader.</summary>
    public BufferedContent Copy() => new(_buffer, Bytes.Length, this);

    private static async Task<BufferedContent> ReadAsync(HttpResponseMessage response, bool keepHeaders, CancellationToken cancellationToken)
    {
        try
        {
            using var content = response.Content ?? new ByteArrayContent([]);
#if NETSTANDARD2_0
            cancellationToken.ThrowIfCancellationRequested();
            using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#else
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using var closing = stream.ConfigureAwait(false);
#endif
            // One byte more than announced, to detect the end without growing the buffer.
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
                    var body = new BufferedContent(buffer, Math.Min(length, MaxLength), keepHeaders ? content : null);
                    response.Content = body;
                    return body;
                }

                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, Math.Min(buffer.Length * 4, MaxLength));
                }
            }
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
