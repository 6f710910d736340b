using CoinMoebius.Sdk.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace CoinMoebius.Sdk.DependencyInjection;

/// <summary>
/// Puts <see cref="WireHandler"/> below all other handlers of the SDK's clients, whoever added those and when: defaults of the
/// application, the merchant, or another library.
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

    /// <summary>Adds a client to those with the handler. False when it is one already.</summary>
    public static bool TryAdd(IServiceCollection services, string httpClientName)
    {
        if (services.Any(service => service.ImplementationInstance is Client client && client.HttpClientName == httpClientName))
        {
            return false;
        }

        services.AddSingleton(new Client(httpClientName));
        if (!services.Any(static service => service.ImplementationType == typeof(WireFilter)))
        {
            // The first filter has the last word.
            services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, WireFilter>());
        }

        return true;
    }

    internal sealed record Client(string HttpClientName);
}
