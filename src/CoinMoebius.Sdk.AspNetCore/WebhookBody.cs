using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>Reads a body into an array of its own, since events keep it, and takes no more memory than has arrived.</summary>
internal static class WebhookBody
{
    // Bodies up to here get their exact array at once; a longer Content-Length is a claim to be seen first.
    private const int TrustedLength = 16 * 1024;

    /// <summary>Tells the server the limit; false when the sender says it will be passed.</summary>
    public static bool TryLimit(HttpContext context, long limit)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            // The server counts the framing of chunks too, so there it only backs up the count below.
            feature.MaxRequestBodySize = context.Request.ContentLength is null ? 2 * limit : limit;
        }

        return !(context.Request.ContentLength > limit);
    }

    /// <summary>The whole body, also when other middleware had read and kept it.</summary>
    /// <returns>The bytes, null when they are over the limit; and whether the body had been read.</returns>
    /// <exception cref="BadHttpRequestException">The server found it over the limit, too slow or cut off.</exception>
    /// <exception cref="InvalidOperationException">Other middleware has closed it.</exception>
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

        // One byte more than declared: middleware that decompresses or rewrites a body leaves its old length behind, so only the end counts.
        var bytes = new byte[length + 1];
        var filled = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return filled < bytes.Length
            ? bytes.AsMemory(0, filled)
            : await ReadGrowingAsync(request.Body, bytes, limit, cancellationToken).ConfigureAwait(false);
    }

    // In pieces small enough for the shared pool to keep; it would keep a large array too.
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
