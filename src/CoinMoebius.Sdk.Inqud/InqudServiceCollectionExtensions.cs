using CoinMoebius.Sdk.DependencyInjection;
using CoinMoebius.Sdk.Inqud;
using CoinMoebius.Sdk.Inqud.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Registers the client of Inqud's API.</summary>
public static class InqudServiceCollectionExtensions
{
    private const string HttpClientName = "Inqud";

    /// <summary>Adds <see cref="IInqudClient"/> as a singleton, configured in code.</summary>
    /// <remarks>
    /// Options are validated at start-up; changes apply from the next call. Handlers added to the result run for every attempt, inside the SDK's
    /// own retries. A second call configures the same client further.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddInqudClient(this IServiceCollection services, Action<InqudOptions> configure) =>
        services.AddInqudClient(Options.DefaultName, configure);

    /// <summary>Adds <see cref="IInqudClient"/> as a singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddInqudClient(IServiceCollection, Action{InqudOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds <see cref="InqudOptions"/>.</param>
    public static IHttpClientBuilder AddInqudClient(this IServiceCollection services, IConfiguration section) =>
        services.AddInqudClient(Options.DefaultName, section);

    /// <summary>Adds a further client as a keyed singleton, configured in code: <c>[FromKeyedServices("eu")] IInqudClient</c>.</summary>
    /// <inheritdoc cref="AddInqudClient(IServiceCollection, Action{InqudOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddInqudClient(this IServiceCollection services, string name, Action<InqudOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, options => options.Configure(configure));
    }

    /// <summary>Adds a further client as a keyed singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddInqudClient(IServiceCollection, Action{InqudOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="section">The section that holds <see cref="InqudOptions"/>.</param>
    public static IHttpClientBuilder AddInqudClient(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, options => options.Bind(section));
    }

    private static IHttpClientBuilder Add(
        IServiceCollection services, string name, Func<OptionsBuilder<InqudOptions>, OptionsBuilder<InqudOptions>> configure) =>
        services.AddApiClient<InqudOptions, IInqudClient>(
            HttpClientName, name, configure, static (connection, _) => new InqudClient(connection),
            static (client, account) => new InqudPaymentLookup(client, account));
}
