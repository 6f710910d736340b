using CoinMoebius.Sdk.DependencyInjection;
using CoinMoebius.Sdk.Providers.DodoPayments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Registers the client of Dodo Payments' API.</summary>
public static class DodoPaymentsServiceCollectionExtensions
{
    private const string HttpClientName = "DodoPayments";

    /// <summary>Adds <see cref="IDodoPaymentsClient"/> as a singleton, configured in code.</summary>
    /// <remarks>
    /// The options are validated at start-up; changes apply from the next call. Handlers added to the result see every attempt, including
    /// the SDK's retries. A second call configures the same client further.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddDodoPaymentsClient(this IServiceCollection services, Action<DodoPaymentsOptions> configure) =>
        services.AddDodoPaymentsClient(Options.DefaultName, configure);

    /// <summary>Adds <see cref="IDodoPaymentsClient"/> as a singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddDodoPaymentsClient(IServiceCollection, Action{DodoPaymentsOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds <see cref="DodoPaymentsOptions"/>.</param>
    public static IHttpClientBuilder AddDodoPaymentsClient(this IServiceCollection services, IConfiguration section) =>
        services.AddDodoPaymentsClient(Options.DefaultName, section);

    /// <summary>Adds a further client as a keyed singleton, configured in code: <c>[FromKeyedServices("eu")] IDodoPaymentsClient</c>.</summary>
    /// <inheritdoc cref="AddDodoPaymentsClient(IServiceCollection, Action{DodoPaymentsOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddDodoPaymentsClient(this IServiceCollection services, string name, Action<DodoPaymentsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, options => options.Configure(configure));
    }

    /// <summary>Adds a further client as a keyed singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddDodoPaymentsClient(IServiceCollection, Action{DodoPaymentsOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="section">The section that holds <see cref="DodoPaymentsOptions"/>.</param>
    public static IHttpClientBuilder AddDodoPaymentsClient(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, options => options.Bind(section));
    }

    private static IHttpClientBuilder Add(
        IServiceCollection services, string name, Func<OptionsBuilder<DodoPaymentsOptions>, OptionsBuilder<DodoPaymentsOptions>> configure) =>
        services.AddApiClient<DodoPaymentsOptions, IDodoPaymentsClient>(HttpClientName, name, configure, static (connection, _) => new DodoPaymentsClient(connection));
}
