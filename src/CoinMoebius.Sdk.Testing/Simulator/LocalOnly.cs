using System.Net;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Accepts callers on this machine only. It checks the host name as well as the caller's address, so that a web page whose domain points to
/// 127.0.0.1 has no access.
/// </summary>
internal static class LocalOnly
{
    public static RequestDelegate Wrap(RequestDelegate next) => context =>
    {
        if (IsLocal(context))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("The simulator accepts callers on this machine only: call it as localhost.", context.RequestAborted);
    };

    private static bool IsLocal(HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address)) && IsLocalName(context.Request.Host.Host);

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
