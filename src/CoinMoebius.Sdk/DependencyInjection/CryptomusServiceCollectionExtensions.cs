using CoinMoebius.Sdk.DependencyInjection;
using CoinMoebius.Sdk.Providers.Cryptomus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Registers the client of Cryptomus's payment API.</summary>
public static class CryptomusServiceCollectionExtensions
{
    private const string HttpClientName = "Cryptomus";

    /// <summary>Adds <see cref="ICryptomusClient"/> as a singleton, configured in code.</summary>
    /// <remarks>
    /// The options are validated at start-up; changes apply from the next call. Handlers added to the result see every attempt, including
    /// the SDK's retries. A second call configures the same client further.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddCryptomusClient(this IServiceCollection services, Action<CryptomusOptions> configure) =>
        services.AddCryptomusClient(Options.DefaultName, configure);

    /// <summary>Adds <see cref="ICryptomusClient"/> as a singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddCryptomusClient(IServiceCollection, Action{CryptomusOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds <see cref="CryptomusOptions"/>.</param>
    public static IHttpClientBuilder AddCryptomusClient(this IServiceCollection services, IConfiguration section) =>
        services.AddCryptomusClient(Options.DefaultName, section);

    /// <summary>Adds a further client as a keyed singleton, configured in code: <c>[FromKeyedServices("eu")] ICryptomusClient</c>.</summary>
    /// <inheritdoc cref="AddCryptomusClient(IServiceCollection, Action{CryptomusOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddCryptomusClient(this IServiceCollection services, string name, Action<CryptomusOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, options => options.Configure(configure));
    }

    /// <summary>Adds a further client as a keyed singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddCryptomusClient(IServiceCollection, Action{CryptomusOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="section">The section that holds <see cref="CryptomusOptions"/>.</param>
    public static IHttpClientBuilder AddCryptomusClient(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, options => options.Bind(section));
    }

    private static IHttpClientBuilder Add(
        IServiceCollection services, string name, Func<OptionsBuilder<CryptomusOptions>, OptionsBuilder<CryptomusOptions>> configure) =>
        services.AddApiClient<CryptomusOptions, ICryptomusClient>(HttpClientName, name, configure, static (connection, _) => new CryptomusClient(connection));
}
