using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>Endpoint metadata for the middleware of the application.</summary>
internal static class EndpointConventions
{
    /// <summary>Keeps the response out of output caches, whose policies ignore <c>Cache-Control</c>.</summary>
    public static IEndpointConventionBuilder NeverCached(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new OutputCacheAttribute { NoStore = true });

    /// <summary>
    /// Exempts an endpoint from the fallback policy: a provider has no user and would treat a redirect to the login page as success.
    /// </summary>
    public static IEndpointConventionBuilder AnonymousUnlessAuthorized(this IEndpointConventionBuilder endpoint)
    {
        endpoint.Finally(static built =>
        {
            if (!built.Metadata.Any(static it => it is IAuthorizeData or AuthorizationPolicy or IAuthorizationRequirementData))
            {
                built.Metadata.Add(new AllowAnonymousAttribute());
            }
        });
        return endpoint;
    }
}
