using System.Buffers;
using System.Text;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>Reads responses that must be small.</summary>
internal static class BoundedContent
{
    /// <summary>More than the size of any certificate chain or API response here.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Returns the content as UTF-8 text, or null when it is longer than <see cref="MaxBytes"/>.</summary>
    public static async Task<string?> ReadTextAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > MaxBytes)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(MaxBytes + 1);
        try
        {
#if NETSTANDARD2_0
            using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#else
            using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#endif
            var length = 0;
            while (length <= MaxBytes)
            {
#if NETSTANDARD2_0
                var read = await stream.ReadAsync(buffer, length, MaxBytes + 1 - length, cancellationToken).ConfigureAwait(false);
#else
                var read = await stream.ReadAsync(buffer.AsMemory(length, MaxBytes + 1 - length), cancellationToken).ConfigureAwait(false);
#endif
                if (read == 0)
                {
                    return Encoding.UTF8.GetString(buffer, 0, length);
                }

                length += read;
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
