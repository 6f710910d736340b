using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Mounts a simulator in an app.</summary>
public static class CoinMoebiusSimulatorEndpoints
{
    /// <summary>
    /// Maps the Cloud API, the payment pages and the operator's page. The client's base address is the address of the app and the prefix. The
    /// endpoints accept callers on this machine only.
    /// </summary>
    /// <param name="endpoints">The app.</param>
    /// <param name="simulator">The simulator; the caller disposes it.</param>
    /// <param name="prefix">The prefix, for example <c>/simulator</c>; empty for the root, with the operator's page at <c>/simulator</c>.</param>
    /// <returns>A builder for all of the endpoints.</returns>
    /// <exception cref="ArgumentException">The prefix is neither empty nor a path such as <c>/simulator</c>.</exception>
    public static IEndpointConventionBuilder MapCoinMoebiusSimulator(
        this IEndpointRouteBuilder endpoints, CoinMoebiusSimulator simulator, string prefix = "/simulator")
    {
        ArgumentNullException.ThrowIfNull(simulator);
        var routes = new SimulatorRoutes(endpoints, prefix);
        var api = new SimulatorApi(simulator, routes.Urls);
        var portal = new PortalPages(simulator, routes.Urls);
        var token = new TokenPage(simulator, routes.Urls);

        routes.Get("/status/{projectId}/{id}", api.GetStatusAsync);
        routes.Get("/api/projects/{projectId}/public-info", api.GetPublicInfoAsync);
        routes.Post("/api/checkout/{provider}/{projectId}", api.CreateCheckoutAsync);
        routes.Post("/api/subscriptions/{projectId}/{id}/portal-url", api.CreatePortalUrlAsync);

        routes.Pages(simulator.Stage);
        routes.Post("/pay", token.OpenAsync);
        routes.Get("/portal/{id}", portal.ShowAsync);
        routes.Form("/portal/{id}/{step}", portal.StepAsync);
        routes.DeskForm("/subscriptions/{id}/{step}", new SubscriptionDesk(simulator, routes.Urls).StepAsync);
        return routes.Conventions;
    }
}
