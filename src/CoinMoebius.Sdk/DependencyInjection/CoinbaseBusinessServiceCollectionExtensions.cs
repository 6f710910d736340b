using CoinMoebius.Sdk.DependencyInjection;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Registers the client of Coinbase Business's webhook subscriptions.</summary>
public static class CoinbaseBusinessServiceCollectionExtensions
{
    private const string HttpClientName = "CoinbaseBusiness";

    /// <summary>Adds <see cref="ICoinbaseBusinessClient"/> as a singleton, configured in code.</summary>
    /// <remarks>
    /// The options are validated at start-up; changes apply from the next call. Handlers added to the result see every attempt, including
    /// the SDK's retries. A second call configures the same client further.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddCoinbaseBusinessClient(this IServiceCollection services, Action<CoinbaseBusinessOptions> configure) =>
        services.AddCoinbaseBusinessClient(Options.DefaultName, configure);

    /// <summary>Adds <see cref="ICoinbaseBusinessClient"/> as a singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddCoinbaseBusinessClient(IServiceCollection, Action{CoinbaseBusinessOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds <see cref="CoinbaseBusinessOptions"/>.</param>
    public static IHttpClientBuilder AddCoinbaseBusinessClient(this IServiceCollection services, IConfiguration section) =>
        services.AddCoinbaseBusinessClient(Options.DefaultName, section);

    /// <summary>Adds a further client as a keyed singleton, configured in code: <c>[FromKeyedServices("eu")] ICoinbaseBusinessClient</c>.</summary>
    /// <inheritdoc cref="AddCoinbaseBusinessClient(IServiceCollection, Action{CoinbaseBusinessOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddCoinbaseBusinessClient(this IServiceCollection services, string name, Action<CoinbaseBusinessOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, options => options.Configure(configure));
    }

    /// <summary>Adds a further client as a keyed singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddCoinbaseBusinessClient(IServiceCollection, Action{CoinbaseBusinessOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="section">The section that holds <see cref="CoinbaseBusinessOptions"/>.</param>
    public static IHttpClientBuilder AddCoinbaseBusinessClient(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, options => options.Bind(section));
    }

    private static IHttpClientBuilder Add(
        IServiceCollection services, string name, Func<OptionsBuilder<CoinbaseBusinessOptions>, OptionsBuilder<CoinbaseBusinessOptions>> configure) =>
        services.AddApiClient<CoinbaseBusinessOptions, ICoinbaseBusinessClient>(HttpClientName, name, configure, static (connection, _) => new CoinbaseBusinessClient(connection));
}
