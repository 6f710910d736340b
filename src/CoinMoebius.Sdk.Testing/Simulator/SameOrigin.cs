using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Lets only the simulator's own pages make changes from a browser. Browsers state the origin of a form post, and pages cannot forge it;
/// callers other than browsers send no origin and are accepted.
/// </summary>
internal static class SameOrigin
{
    public static RequestDelegate Only(RequestDelegate next) => context => IsAllowed(context.Request)
        ? next(context)
        : PageResponse.WriteProblemAsync(context, StatusCodes.Status403Forbidden, "This form belongs to another page. Open it from the simulator.");

    private static bool IsAllowed(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
        {
            return site == "same-origin" || site == "none";
        }

        var origin = request.Headers.Origin;
        return origin.Count == 0 || origin == $"{request.Scheme}://{request.Host}";
    }
}
