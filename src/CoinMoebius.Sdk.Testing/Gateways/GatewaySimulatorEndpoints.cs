using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Mounts a gateway's simulator in an app.</summary>
public static class GatewaySimulatorEndpoints
{
    /// <summary>
    /// Maps the gateway's API, the payment page and the operator's page. The client's base address is the address of the app, the prefix and the
    /// path at the end of the gateway's own base address. The endpoints accept callers on this machine only.
    /// </summary>
    /// <param name="endpoints">The app.</param>
    /// <param name="simulator">The simulator; the caller disposes it.</param>
    /// <param name="prefix">The path prefix, for example <c>/mobbex</c>; empty for the root, with the operator's page at <c>/simulator</c>.</param>
    /// <returns>A builder for all of the endpoints.</returns>
    /// <exception cref="ArgumentException">The prefix is neither empty nor a path such as <c>/mobbex</c>.</exception>
    public static IEndpointConventionBuilder MapGatewaySimulator(
        this IEndpointRouteBuilder endpoints, GatewaySimulator simulator, string prefix)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        var routes = new SimulatorRoutes(endpoints, prefix);
        simulator.MapApi(routes);
        routes.Pages(simulator.Stage);
        return routes.Conventions;
    }
}
