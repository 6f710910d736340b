using System.Diagnostics.CodeAnalysis;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.DependencyInjection;

/// <summary>The common part of every client's registration.</summary>
internal static class ApiClientRegistration
{
    /// <summary>
    /// Registers a client as a singleton, keyed if it has a name, with its handlers and its options, which are validated at start-up.
    /// Another call for the same name configures the same client further.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="httpClientName">The name of the <see cref="HttpClient"/>; the client's name is added.</param>
    /// <param name="name">The client's name; empty for the one without a key.</param>
    /// <param name="configure">Configures or binds the options.</param>
    /// <param name="create">Creates the client, once.</param>
    /// <param name="lookup">Creates the lookup for payments of the account with the client's name; null if the API cannot find payments.</param>
    public static IHttpClientBuilder AddApiClient<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions, TService>(
        this IServiceCollection services,
        string httpClientName,
        string name,
        Func<OptionsBuilder<TOptions>, OptionsBuilder<TOptions>> configure,
        Func<ApiConnection<TOptions>, IServiceProvider, TService> create,
        Func<TService, string, IPaymentLookup>? lookup = null)
        where TOptions : ApiClientOptions
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        var fullName = name.Length == 0 ? httpClientName : $"{httpClientName}:{name}";
        var builder = services.AddHttpClient(fullName);
        configure(services.AddOptions<TOptions>(name)).ValidateOnStart();
        if (!WireFilter.TryAdd(services, fullName))
        {
            return builder;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, ApiClientOptionsValidator<TOptions>>());
        if (name.Length == 0)
        {
            services.TryAddSingleton(Create);
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => Create(provider));
        }

        if (lookup is not null)
        {
            services.AddSingleton(provider => lookup(ConfirmingClients.Find<TService>(provider, name)!, name));
        }

        // The factory's logs show no header value, even of headers that the application's own handlers add.
        return builder
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => PrimaryHandler.Create())
            .AddHttpMessageHandler(static () => new AuthenticationHandler())
            .AddHttpMessageHandler(static provider => new ResilienceHandler(provider.GetRequiredService<TimeProvider>()))
            .RedactLoggedHeaders(static _ => true);

        TService Create(IServiceProvider provider)
        {
            var options = provider.GetRequiredService<IOptionsMonitor<TOptions>>();
            var connection = ApiConnection<TOptions>.Over(
                provider.GetRequiredService<IHttpClientFactory>(), fullName, () => options.Get(name), provider.GetRequiredService<TimeProvider>());
            return create(connection, provider);
        }
    }
}
