using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>Reads a body into its own array, since events keep it, and allocates no more memory than the bytes that have arrived need.</summary>
internal static class WebhookBody
{
    // Bodies up to this length get an array of exact size at once; a longer Content-Length is not trusted until the bytes arrive.
    private const int TrustedLength = 16 * 1024;

    /// <summary>Sets the limit on the server; false when the declared length exceeds it.</summary>
    public static bool TryLimit(HttpContext context, long limit)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            // The server counts the framing of chunks too, so for chunked bodies its limit only backs up the count below.
            feature.MaxRequestBodySize = context.Request.ContentLength is null ? 2 * limit : limit;
        }

        return !(context.Request.ContentLength > limit);
    }

    /// <summary>Reads the whole body, even if other middleware has already read and buffered it.</summary>
    /// <returns>The bytes, or null when they exceed the limit; and whether the body had been read before.</returns>
    /// <exception cref="BadHttpRequestException">The server found the body over the limit, too slow or cut off.</exception>
    /// <exception cref="InvalidOperationException">Other middleware has closed the body.</exception>
    public static async ValueTask<(ReadOnlyMemory<byte>? Bytes, bool WasRead)> ReadAsync(HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        try
        {
            var wasRead = Rewind(request.Body);
            return (await ReadToEndAsync(request, limit, cancellationToken).ConfigureAwait(false), wasRead);
        }
        catch (ObjectDisposedException exception)
        {
            throw new InvalidOperationException(
                "Other middleware has read the body and closed it, as a StreamReader does. Keep it away from the webhook endpoint, or have it leave the body open.",
                exception);
        }
    }

    private static async ValueTask<ReadOnlyMemory<byte>?> ReadToEndAsync(HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength is not ({ } length and <= TrustedLength))
        {
            return await ReadGrowingAsync(request.Body, default, limit, cancellationToken).ConfigureAwait(false);
        }

        // One byte more than declared: middleware that decompresses or rewrites a body keeps its old length, so only the stream's end is reliable.
        var bytes = new byte[length + 1];
        var filled = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return filled < bytes.Length
            ? bytes.AsMemory(0, filled)
            : await ReadGrowingAsync(request.Body, bytes, limit, cancellationToken).ConfigureAwait(false);
    }

    // The pieces are small enough for the shared pool, which would also keep a large array for good.
    private static async ValueTask<ReadOnlyMemory<byte>?> ReadGrowingAsync(
        Stream body, ReadOnlyMemory<byte> begun, long limit, CancellationToken cancellationToken)
    {
        var pieces = new List<byte[]>();
        var length = 0;
        try
        {
            while (true)
            {
                var at = length % TrustedLength;
                if (at == 0 && length / TrustedLength == pieces.Count)
                {
                    pieces.Add(ArrayPool<byte>.Shared.Rent(TrustedLength));
                }

                var room = pieces[^1].AsMemory(at, TrustedLength - at);
                var read = begun.IsEmpty ? await body.ReadAsync(room, cancellationToken).ConfigureAwait(false) : Take(ref begun, room);
                if (read == 0)
                {
                    return Join(pieces, length);
                }

                length += read;
                if (length > limit)
                {
                    return null;
                }
            }
        }
        finally
        {
            foreach (var piece in pieces)
            {
                ArrayPool<byte>.Shared.Return(piece, clearArray: true);
            }
        }
    }

    private static int Take(ref ReadOnlyMemory<byte> begun, Memory<byte> room)
    {
        var taken = Math.Min(begun.Length, room.Length);
        begun[..taken].CopyTo(room);
        begun = begun[taken..];
        return taken;
    }

    private static bool Rewind(Stream body)
    {
        var wasRead = body.CanSeek && body.Position > 0;
        if (wasRead)
        {
            body.Position = 0;
        }

        return wasRead;
    }

    private static byte[] Join(List<byte[]> pieces, int length)
    {
        var whole = new byte[length];
        for (var at = 0; at < length; at += TrustedLength)
        {
            pieces[at / TrustedLength].AsSpan(0, Math.Min(TrustedLength, length - at)).CopyTo(whole.AsSpan(at));
        }

        return whole;
    }
}
