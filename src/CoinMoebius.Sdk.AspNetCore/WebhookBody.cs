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

    // In pieces small enough for the shared pool to keep; it would keep a large array too.
    private static async ValueTask<byte[]?> ReadGrowingAsync(Stream body, long limit, CancellationToken cancellationToken)
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

                var read = await body.ReadAsync(pieces[^1].AsMemory(at, TrustedLength - at), cancellationToken).ConfigureAwait(false);
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
