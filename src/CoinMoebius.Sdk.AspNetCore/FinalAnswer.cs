using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>
/// Sends a response that no middleware can replace: a provider that gets 200 from an error page never sends the event again.
/// </summary>
internal static class FinalAnswer
{
    /// <summary>Sends the whole response. The caller sets further headers before.</summary>
    public static async Task SendAsync(HttpContext context, int status, ReadOnlyMemory<byte> body = default, string? contentType = null)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;

        // Error pages replace only a response that has not started and has no length. Buffering middleware hides the start, so set the length too.
        response.ContentLength = body.Length;
        if (!body.IsEmpty)
        {
            // Without the request's token: a sender that disconnected is no reason to throw.
            await response.Body.WriteAsync(body, CancellationToken.None).ConfigureAwait(false);
        }

        await response.CompleteAsync().ConfigureAwait(false);
    }
}
