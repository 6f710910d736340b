using System.Net;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Answers this machine only. The name of the host is checked as well as the address of the caller, so that a web page whose domain
/// has been pointed at 127.0.0.1 gets nothing.
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
        return context.Response.WriteAsync("The simulator answers this machine only: call it as localhost.", context.RequestAborted);
    };

    private static bool IsLocal(HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address)) && IsLocalName(context.Request.Host.Host);

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
