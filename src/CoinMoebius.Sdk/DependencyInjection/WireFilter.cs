using CoinMoebius.Sdk.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace CoinMoebius.Sdk.DependencyInjection;

/// <summary>
/// Puts <see cref="WireHandler"/> below all other handlers of the SDK's clients, including those of the application's defaults and of
/// other libraries, in any order of registration.
/// </summary>
internal sealed class WireFilter(IEnumerable<WireFilter.Client> clients) : IHttpMessageHandlerBuilderFilter
{
    private readonly HashSet<string> _names = [.. clients.Select(static client => client.HttpClientName)];

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name is { } name && _names.Contains(name))
        {
            var mayRedirect = !PrimaryHandler.TryForbidRedirects(builder.PrimaryHandler, name);
            builder.AdditionalHandlers.Add(new WireHandler(hasNeighbours: true, mayRedirect));
        }
    };

    /// <summary>Adds a client to those that get the handler. Returns false when it has been added before.</summary>
    public static bool TryAdd(IServiceCollection services, string httpClientName)
    {
        if (services.Any(service => service.ImplementationInstance is Client client && client.HttpClientName == httpClientName))
        {
            return false;
        }

        services.AddSingleton(new Client(httpClientName));
        if (!services.Any(static service => service.ImplementationType == typeof(WireFilter)))
        {
            // The first filter runs last.
            services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, WireFilter>());
        }

        return true;
    }

    internal sealed record Client(string HttpClientName);
}
