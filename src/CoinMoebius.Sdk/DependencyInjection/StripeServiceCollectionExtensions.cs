using CoinMoebius.Sdk.DependencyInjection;
using CoinMoebius.Sdk.Providers.Stripe;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Registers the client of Stripe's API.</summary>
public static class StripeServiceCollectionExtensions
{
    private const string HttpClientName = "Stripe";

    /// <summary>Adds <see cref="IStripePortalClient"/> as a singleton, configured in code.</summary>
    /// <remarks>
    /// The options are validated at start-up; changes apply from the next call. Handlers added to the result see every attempt, including
    /// the SDK's retries. A second call configures the same client further.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddStripePortalClient(this IServiceCollection services, Action<StripePortalOptions> configure) =>
        services.AddStripePortalClient(Options.DefaultName, configure);

    /// <summary>Adds <see cref="IStripePortalClient"/> as a singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddStripePortalClient(IServiceCollection, Action{StripePortalOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds <see cref="StripePortalOptions"/>.</param>
    public static IHttpClientBuilder AddStripePortalClient(this IServiceCollection services, IConfiguration section) =>
        services.AddStripePortalClient(Options.DefaultName, section);

    /// <summary>Adds a further client as a keyed singleton, configured in code: <c>[FromKeyedServices("eu")] IStripePortalClient</c>.</summary>
    /// <inheritdoc cref="AddStripePortalClient(IServiceCollection, Action{StripePortalOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddStripePortalClient(this IServiceCollection services, string name, Action<StripePortalOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, options => options.Configure(configure));
    }

    /// <summary>Adds a further client as a keyed singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddStripePortalClient(IServiceCollection, Action{StripePortalOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="section">The section that holds <see cref="StripePortalOptions"/>.</param>
    public static IHttpClientBuilder AddStripePortalClient(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, options => options.Bind(section));
    }

    private static IHttpClientBuilder Add(
        IServiceCollection services, string name, Func<OptionsBuilder<StripePortalOptions>, OptionsBuilder<StripePortalOptions>> configure) =>
        services.AddApiClient<StripePortalOptions, IStripePortalClient>(HttpClientName, name, configure, static (connection, _) => new StripePortalClient(connection));
}
