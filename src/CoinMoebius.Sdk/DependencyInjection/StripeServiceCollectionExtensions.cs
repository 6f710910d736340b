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

    /// <summary>Adds <see cref="IStripeClient"/> as a singleton, configured in code.</summary>
    /// <remarks>
    /// Options are checked at start-up; changes count from the next call on. Handlers added to the result see every attempt, behind the
    /// SDK's own retries. Calling it twice configures the same client further.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddStripe(this IServiceCollection services, Action<StripeOptions> configure) =>
        services.AddStripe(Options.DefaultName, configure);

    /// <summary>Adds <see cref="IStripeClient"/> as a singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddStripe(IServiceCollection, Action{StripeOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds <see cref="StripeOptions"/>.</param>
    public static IHttpClientBuilder AddStripe(this IServiceCollection services, IConfiguration section) =>
        services.AddStripe(Options.DefaultName, section);

    /// <summary>Adds a further client as a keyed singleton, configured in code: <c>[FromKeyedServices("eu")] IStripeClient</c>.</summary>
    /// <inheritdoc cref="AddStripe(IServiceCollection, Action{StripeOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddStripe(this IServiceCollection services, string name, Action<StripeOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, options => options.Configure(configure));
    }

    /// <summary>Adds a further client as a keyed singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddStripe(IServiceCollection, Action{StripeOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="section">The section that holds <see cref="StripeOptions"/>.</param>
    public static IHttpClientBuilder AddStripe(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, options => options.Bind(section));
    }

    private static IHttpClientBuilder Add(
        IServiceCollection services, string name, Func<OptionsBuilder<StripeOptions>, OptionsBuilder<StripeOptions>> configure) =>
        services.AddApiClient<StripeOptions, IStripeClient>(HttpClientName, name, configure, static (connection, _) => new StripeClient(connection));
}
