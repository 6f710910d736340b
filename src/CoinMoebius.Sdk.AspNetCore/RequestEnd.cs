using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>
/// Finds out who ended a request. <see cref="HttpContext.RequestAborted"/> alone does not show it: time limits of the host replace it
/// with a token of their own.
/// </summary>
internal static class RequestEnd
{
    /// <summary>True when the sender disconnected and nobody waits for the response; false when the host ended the request.</summary>
    public static bool SenderHasGone(HttpContext context)
    {
        if (!context.RequestAborted.IsCancellationRequested)
        {
            return false;
        }

        // Over HTTP/2 and HTTP/3 a sender closes only its stream; the connection stays open.
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
