using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>
/// Sends an answer that nobody changes on its way out: a provider that is told 200 by an error page never sends the event again.
/// </summary>
internal static class FinalAnswer
{
    /// <summary>Sends the whole answer. Headers of its own are set before.</summary>
    public static async Task SendAsync(HttpContext context, int status, ReadOnlyMemory<byte> body = default, string? contentType = null)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;

        // Error pages replace only what has neither a length nor begun. A buffering middleware hides the beginning, so it takes both.
        response.ContentLength = body.Length;
        if (!body.IsEmpty)
        {
            // Not with the token of the request: a sender that has gone is nothing to throw for.
            await response.Body.WriteAsync(body, CancellationToken.None).ConfigureAwait(false);
        }

        await response.CompleteAsync().ConfigureAwait(false);
    }
}
