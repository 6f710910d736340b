using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>
/// Tells who ended a request. <see cref="HttpContext.RequestAborted"/> alone does not: time limits of the host replace it by a token
/// of theirs.
/// </summary>
internal static class RequestEnd
{
    /// <summary>True when the request was given up because nobody waits for its answer; false when the host gave it up.</summary>
    public static bool SenderHasGone(HttpContext context)
    {
        if (!context.RequestAborted.IsCancellationRequested)
        {
            return false;
        }

        // Over HTTP/2 and 3 a sender leaves by its stream, and the connection stays.
        var connection = HttpProtocol.IsHttp11(context.Request.Protocol) || HttpProtocol.IsHttp10(context.Request.Protocol)
            ? context.Features.Get<IConnectionLifetimeFeature>()
            : null;
        if (connection is not null)
        {
            return connection.ConnectionClosed.IsCancellationRequested;
        }

        return context.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested != true;
    }
}
