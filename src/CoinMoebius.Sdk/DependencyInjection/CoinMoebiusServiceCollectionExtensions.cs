using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Registers the client of the Coin Moebius Cloud API.</summary>
public static class CoinMoebiusServiceCollectionExtensions
{
    private const string HttpClientName = "CoinMoebius";

    /// <summary>Adds <see cref="ICoinMoebiusClient"/> as a singleton, configured in code.</summary>
    /// <remarks>
    /// Options are checked at start-up; changes count from the next call on. Handlers added to the result see every attempt, behind the
    /// SDK's own retries. Calling it twice configures the same client further.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddCoinMoebius(this IServiceCollection services, Action<CoinMoebiusOptions> configure) =>
        services.AddCoinMoebius(Options.DefaultName, configure);

    /// <summary>Adds <see cref="ICoinMoebiusClient"/> as a singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddCoinMoebius(IServiceCollection, Action{CoinMoebiusOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds <see cref="CoinMoebiusOptions"/>.</param>
    public static IHttpClientBuilder AddCoinMoebius(this IServiceCollection services, IConfiguration section) =>
        services.AddCoinMoebius(Options.DefaultName, section);

    /// <summary>Adds a further client as a keyed singleton, configured in code: <c>[FromKeyedServices("eu")] ICoinMoebiusClient</c>.</summary>
    /// <inheritdoc cref="AddCoinMoebius(IServiceCollection, Action{CoinMoebiusOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddCoinMoebius(this IServiceCollection services, string name, Action<CoinMoebiusOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = Add(services, name);
        services.AddOptions<CoinMoebiusOptions>(name).Configure(configure).ValidateOnStart();
        return builder;
    }

    /// <summary>Adds a further client as a keyed singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddCoinMoebius(IServiceCollection, Action{CoinMoebiusOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="section">The section that holds <see cref="CoinMoebiusOptions"/>.</param>
    public static IHttpClientBuilder AddCoinMoebius(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var builder = Add(services, name);
        services.AddOptions<CoinMoebiusOptions>(name).Bind(section).ValidateOnStart();
        return builder;
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        var httpClientName = name.Length == 0 ? HttpClientName : $"{HttpClientName}:{name}";
        var builder = services.AddHttpClient(httpClientName);
        if (services.Any(service => service.ImplementationInstance is Registration registration && registration.Name == name))
        {
            return builder;
        }

        services.AddSingleton(new Registration(name));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IPaymentEventNotifier, PaymentEventNotifier>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CoinMoebiusOptions>, CoinMoebiusOptionsValidator>());
        if (name.Length == 0)
        {
            services.TryAddSingleton<ICoinMoebiusClient>(provider => Create(provider, name, httpClientName));
        }
        else
        {
            services.TryAddKeyedSingleton<ICoinMoebiusClient>(name, (provider, _) => Create(provider, name, httpClientName));
        }

        // The factory's logs show no header's value, whatever a handler of the merchant's may add.
        return builder
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => PrimaryHandler.Create())
            .AddHttpMessageHandler(static () => new AuthenticationHandler())
            .AddHttpMessageHandler(static provider => new ResilienceHandler(provider.GetRequiredService<TimeProvider>()))
            .RedactLoggedHeaders(static _ => true);
    }

    // The factory is asked at each call: its handlers grow old, while the client and its budget live as long as the process.
    private static CoinMoebiusClient Create(IServiceProvider provider, string name, string httpClientName)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var options = provider.GetRequiredService<IOptionsMonitor<CoinMoebiusOptions>>();
        return new CoinMoebiusClient(
            (request, cancellationToken) =>
                factory.CreateClient(httpClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken),
            () => options.Get(name),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IPaymentEventNotifier>(),
            owned: null);
    }

    private sealed record Registration(string Name);
}
