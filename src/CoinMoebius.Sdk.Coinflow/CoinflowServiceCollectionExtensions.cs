using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Coinflow.Client;
using CoinMoebius.Sdk.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Registers the client of Coinflow's API.</summary>
public static class CoinflowServiceCollectionExtensions
{
    private const string HttpClientName = "CoinMoebius.Coinflow";

    /// <summary>Adds <see cref="ICoinflowClient"/> as a singleton, configured in code.</summary>
    /// <remarks>
    /// Options are validated at start-up; changes apply from the next call. Handlers added to the result run for every attempt, inside the SDK's
    /// own retries. A second call configures the same client further.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddCoinflowClient(this IServiceCollection services, Action<CoinflowOptions> configure) =>
        services.AddCoinflowClient(Options.DefaultName, configure);

    /// <summary>Adds <see cref="ICoinflowClient"/> as a singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddCoinflowClient(IServiceCollection, Action{CoinflowOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds <see cref="CoinflowOptions"/>.</param>
    public static IHttpClientBuilder AddCoinflowClient(this IServiceCollection services, IConfiguration section) =>
        services.AddCoinflowClient(Options.DefaultName, section);

    /// <summary>Adds a further client as a keyed singleton, configured in code: <c>[FromKeyedServices("eu")] ICoinflowClient</c>.</summary>
    /// <inheritdoc cref="AddCoinflowClient(IServiceCollection, Action{CoinflowOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddCoinflowClient(this IServiceCollection services, string name, Action<CoinflowOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, options => options.Configure(configure));
    }

    /// <summary>Adds a further client as a keyed singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddCoinflowClient(IServiceCollection, Action{CoinflowOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="section">The section that holds <see cref="CoinflowOptions"/>.</param>
    public static IHttpClientBuilder AddCoinflowClient(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, options => options.Bind(section));
    }

    private static IHttpClientBuilder Add(
        IServiceCollection services, string name, Func<OptionsBuilder<CoinflowOptions>, OptionsBuilder<CoinflowOptions>> configure) =>
        services.AddApiClient<CoinflowOptions, ICoinflowClient>(
            HttpClientName, name, configure, static (connection, _) => new CoinflowClient(connection),
            static (client, account) => new CoinflowPaymentLookup(client, account));
}
