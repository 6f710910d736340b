using CoinMoebius.Sdk.Client.Transactions;
using CoinMoebius.Sdk.DependencyInjection;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Registers the client of the Coin Moebius Cloud API.</summary>
public static class CoinMoebiusServiceCollectionExtensions
{
    private const string HttpClientName = "CoinMoebius";

    /// <summary>Adds <see cref="ICoinMoebiusClient"/> as a singleton, configured in code.</summary>
    /// <remarks>
    /// The options are validated at start-up; changes apply from the next call. Handlers added to the result see every attempt, including
    /// the SDK's retries. A second call configures the same client further.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddCoinMoebius(this IServiceCollection services, Action<CoinMoebiusOptions> configure) =>
        services.AddCoinMoebius(Options.DefaultName, configure);

    /// <summary>Adds <see cref="ICoinMoebiusClient"/> as a singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddCoinMoebius(IServiceCollection, Action{CoinMoebiusOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds <see cref="CoinMoebiusOptions"/>.</param>
    public static IHttpClientBuilder AddCoinMoebius(this IServiceCollection services, IConfiguration section) =>
        services.AddCoinMoebius(Options.DefaultName, section);

    /// <summary>Adds a further client as a keyed singleton, configured in code: <c>[FromKeyedServices("eu")] ICoinMoebiusClient</c>.</summary>
    /// <inheritdoc cref="AddCoinMoebius(IServiceCollection, Action{CoinMoebiusOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddCoinMoebius(this IServiceCollection services, string name, Action<CoinMoebiusOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, options => options.Configure(configure));
    }

    /// <summary>Adds a further client as a keyed singleton, bound to a configuration section.</summary>
    /// <inheritdoc cref="AddCoinMoebius(IServiceCollection, Action{CoinMoebiusOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The key; empty for the client without a key.</param>
    /// <param name="section">The section that holds <see cref="CoinMoebiusOptions"/>.</param>
    public static IHttpClientBuilder AddCoinMoebius(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, options => options.Bind(section));
    }

    private static IHttpClientBuilder Add(
        IServiceCollection services, string name, Func<OptionsBuilder<CoinMoebiusOptions>, OptionsBuilder<CoinMoebiusOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IPaymentEventNotifier, PaymentEventNotifier>();
        return services.AddApiClient<CoinMoebiusOptions, ICoinMoebiusClient>(
            HttpClientName, name, configure,
            static (connection, provider) => new CoinMoebiusClient(
                connection, provider.GetRequiredService<IPaymentEventNotifier>(), ledger: provider.GetService<IPaymentLedger>()),
            static (client, account) => new TransactionLookup(client, account));
    }
}
