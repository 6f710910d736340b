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

    /// <summary>The body; null when it is over the limit.</summary>
    /// <exception cref="BadHttpRequestException">The server found it over the limit, too slow or cut off.</exception>
    public static ValueTask<byte[]?> ReadAsync(HttpRequest request, long limit, CancellationToken cancellationToken) =>
        request.ContentLength is { } length and <= TrustedLength
            ? ReadExactAsync(request.Body, (int)length, cancellationToken)
            : ReadGrowingAsync(request.Body, limit, cancellationToken);

    private static async ValueTask<byte[]?> ReadExactAsync(Stream body, int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        var filled = await body.ReadAtLeastAsync(bytes, length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return filled == length ? bytes : bytes[..filled];
    }

    private static async ValueTask<byte[]?> ReadGrowingAsync(Stream body, long limit, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TrustedLength);
        try
        {
            var filled = 0;
            while (true)
            {
                var read = await body.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return buffer.AsSpan(0, filled).ToArray();
                }

                filled += read;
                if (filled > limit)
                {
                    return null;
                }

                if (filled == buffer.Length)
                {
                    buffer = Grow(buffer);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full, clearArray: true);
        return larger;
    }
}
