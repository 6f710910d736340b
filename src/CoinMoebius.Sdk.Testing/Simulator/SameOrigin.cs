using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Lets only the simulator's own pages change something from a browser. Browsers say where a form post comes from and pages cannot
/// forge it; callers that are no browsers say nothing and pass.
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
