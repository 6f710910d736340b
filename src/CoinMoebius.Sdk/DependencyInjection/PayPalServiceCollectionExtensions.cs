using CoinMoebius.Sdk.DependencyInjection;
using CoinMoebius.Sdk.Providers.PayPal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Registers the client of PayPal's REST API.</summary>
public static class PayPalServiceCollectionExtensions
{
    private const string HttpClientName = "PayPal";

    /// <summary>Adds <see cref="IPayPalTokenClient"/> as a singleton, configured in code.</summary>
    /// <remarks>
    /// The options are validated at start-up; changes apply from the next call. Handlers added to the result see every attempt, including
    /// the SDK's retries. A second call configures the same client further.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddPayPalTokenClient(this IServiceCollection services, Action<PayPalTokenOptions> configure) =>
        services.AddPayPalTokenClient(Options.DefaultName, configure);

    /// <summary>Adds <see cref="IPayPalTokenClient"/> as a singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddPayPalTokenClient(IServiceCollection, Action{PayPalTokenOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds <see cref="PayPalTokenOptions"/>.</param>
    public static IHttpClientBuilder AddPayPalTokenClient(this IServiceCollection services, IConfiguration section) =>
        services.AddPayPalTokenClient(Options.DefaultName, section);

    /// <summary>Adds a further client as a keyed singleton, configured in code: <c>[FromKeyedServices("eu")] IPayPalTokenClient</c>.</summary>
    /// <inheritdoc cref="AddPayPalTokenClient(IServiceCollection, Action{PayPalTokenOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddPayPalTokenClient(this IServiceCollection services, string name, Action<PayPalTokenOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, options => options.Configure(configure));
    }

    /// <summary>Adds a further client as a keyed singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddPayPalTokenClient(IServiceCollection, Action{PayPalTokenOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="section">The section that holds <see cref="PayPalTokenOptions"/>.</param>
    public static IHttpClientBuilder AddPayPalTokenClient(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, options => options.Bind(section));
    }

    private static IHttpClientBuilder Add(
        IServiceCollection services, string name, Func<OptionsBuilder<PayPalTokenOptions>, OptionsBuilder<PayPalTokenOptions>> configure) =>
        services.AddApiClient<PayPalTokenOptions, IPayPalTokenClient>(HttpClientName, name, configure, static (connection, _) => new PayPalTokenClient(connection));
}
