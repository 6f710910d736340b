using CoinMoebius.Sdk.DependencyInjection;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Mobbex.Confirmation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Registers the client of Mobbex.</summary>
public static class MobbexServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IMobbexClient"/> as a singleton, configured in code.</summary>
    /// <remarks>
    /// Options are validated at start-up; changes take effect at the next call. Handlers added to the result see every attempt, inside the
    /// SDK's own retries. A second call configures the same client further.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddMobbexClient(this IServiceCollection services, Action<MobbexOptions> configure) =>
        services.AddMobbexClient(Options.DefaultName, configure);

    /// <summary>Adds <see cref="IMobbexClient"/> as a singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddMobbexClient(IServiceCollection, Action{MobbexOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds <see cref="MobbexOptions"/>.</param>
    public static IHttpClientBuilder AddMobbexClient(this IServiceCollection services, IConfiguration section) =>
        services.AddMobbexClient(Options.DefaultName, section);

    /// <summary>Adds a further client as a keyed singleton, configured in code: <c>[FromKeyedServices("shop2")] IMobbexClient</c>.</summary>
    /// <inheritdoc cref="AddMobbexClient(IServiceCollection, Action{MobbexOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddMobbexClient(this IServiceCollection services, string name, Action<MobbexOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, options => options.Configure(configure));
    }

    /// <summary>Adds a further client as a keyed singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddMobbexClient(IServiceCollection, Action{MobbexOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="section">The section that holds <see cref="MobbexOptions"/>.</param>
    public static IHttpClientBuilder AddMobbexClient(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, options => options.Bind(section));
    }

    private static IHttpClientBuilder Add(
        IServiceCollection services, string name, Func<OptionsBuilder<MobbexOptions>, OptionsBuilder<MobbexOptions>> configure) =>
        services.AddApiClient<MobbexOptions, IMobbexClient>(
            "Mobbex", name, configure, static (connection, _) => new MobbexClient(connection),
            static (client, account) => new OperationLookup(client, account));
}
