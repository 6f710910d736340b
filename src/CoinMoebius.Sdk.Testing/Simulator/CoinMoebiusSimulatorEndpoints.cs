using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Mounts a simulator in an app.</summary>
public static class CoinMoebiusSimulatorEndpoints
{
    /// <summary>
    /// Maps the Cloud API, the payment pages and the operator's page. Give the client the address of the app and the prefix as its
    /// base address. Answers callers on this machine only.
    /// </summary>
    /// <param name="endpoints">The app.</param>
    /// <param name="simulator">The simulator; whoever made it disposes it.</param>
    /// <param name="prefix">Where, for example <c>/simulator</c>; empty for the root, with the operator's page at <c>/simulator</c>.</param>
    /// <returns>A builder for all of the endpoints.</returns>
    /// <exception cref="ArgumentException">The prefix is neither empty nor a path such as <c>/simulator</c>.</exception>
    public static IEndpointConventionBuilder MapCoinMoebiusSimulator(
        this IEndpointRouteBuilder endpoints, CoinMoebiusSimulator simulator, string prefix = "/simulator")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(simulator);
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.Length > 0 && (prefix[0] != '/' || prefix[^1] == '/' || prefix.Contains('{', StringComparison.Ordinal)))
        {
            throw new ArgumentException("The prefix must begin with a slash, not end with one, and have no parameters.", nameof(prefix));
        }

        var urls = new SimulatorUrls(prefix);
        var api = new SimulatorApi(simulator, urls);
        var payment = new PaymentPages(simulator, urls);
        var operation = new OperatorPages(simulator, urls);
        var portal = new PortalPages(simulator, urls);
        var group = endpoints.MapGroup("");

        Get(prefix + "/status/{projectId}/{id}", api.GetStatusAsync);
        Get(prefix + "/api/projects/{projectId}/public-info", api.GetPublicInfoAsync);
        Post(prefix + "/api/checkout/{provider}/{projectId}", api.CreateCheckoutAsync);
        Post(prefix + "/api/subscriptions/{projectId}/{id}/portal-url", api.CreatePortalUrlAsync);

        Get(prefix + Stylesheet.Path, Stylesheet.WriteAsync);
        Get(prefix + "/pay/{id}", payment.ShowAsync);
        Post(prefix + "/pay", payment.OpenByTokenAsync);
        Post(prefix + "/pay/{id}/{step}", SameOrigin.Only(payment.StepAsync));
        Get(prefix + "/portal/{id}", portal.ShowAsync);
        Post(prefix + "/portal/{id}/{step}", SameOrigin.Only(portal.StepAsync));

        Get(urls.OperatorPath, operation.ShowAsync);
        Post(urls.OperatorPath + "/transactions/{id}/{step}", SameOrigin.Only(operation.StepAsync));
        Post(urls.OperatorPath + "/deliveries/{number:long}/send", SameOrigin.Only(operation.SendAgainAsync));
        return group;

        void Get(string path, RequestDelegate handler) => group.MapGet(path, LocalOnly.Wrap(handler));

        void Post(string path, RequestDelegate handler) => group.MapPost(path, LocalOnly.Wrap(handler)).DisableAntiforgery();
    }
}
