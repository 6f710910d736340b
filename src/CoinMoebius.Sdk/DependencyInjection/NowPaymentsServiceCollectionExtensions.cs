using CoinMoebius.Sdk.DependencyInjection;
using CoinMoebius.Sdk.Providers.NowPayments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Registers the client of NOWPayments' API.</summary>
public static class NowPaymentsServiceCollectionExtensions
{
    private const string HttpClientName = "NowPayments";

    /// <summary>Adds <see cref="INowPaymentsClient"/> as a singleton, configured in code.</summary>
    /// <remarks>
    /// The options are validated at start-up; changes apply from the next call. Handlers added to the result see every attempt, including
    /// the SDK's retries. A second call configures the same client further.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddNowPaymentsClient(this IServiceCollection services, Action<NowPaymentsOptions> configure) =>
        services.AddNowPaymentsClient(Options.DefaultName, configure);

    /// <summary>Adds <see cref="INowPaymentsClient"/> as a singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddNowPaymentsClient(IServiceCollection, Action{NowPaymentsOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds <see cref="NowPaymentsOptions"/>.</param>
    public static IHttpClientBuilder AddNowPaymentsClient(this IServiceCollection services, IConfiguration section) =>
        services.AddNowPaymentsClient(Options.DefaultName, section);

    /// <summary>Adds a further client as a keyed singleton, configured in code: <c>[FromKeyedServices("eu")] INowPaymentsClient</c>.</summary>
    /// <inheritdoc cref="AddNowPaymentsClient(IServiceCollection, Action{NowPaymentsOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddNowPaymentsClient(this IServiceCollection services, string name, Action<NowPaymentsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, options => options.Configure(configure));
    }

    /// <summary>Adds a further client as a keyed singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddNowPaymentsClient(IServiceCollection, Action{NowPaymentsOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="section">The section that holds <see cref="NowPaymentsOptions"/>.</param>
    public static IHttpClientBuilder AddNowPaymentsClient(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, options => options.Bind(section));
    }

    private static IHttpClientBuilder Add(
        IServiceCollection services, string name, Func<OptionsBuilder<NowPaymentsOptions>, OptionsBuilder<NowPaymentsOptions>> configure) =>
        services.AddApiClient<NowPaymentsOptions, INowPaymentsClient>(HttpClientName, name, configure, static (connection, _) => new NowPaymentsClient(connection));
}
