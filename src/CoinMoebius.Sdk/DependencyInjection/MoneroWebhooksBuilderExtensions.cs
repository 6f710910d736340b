using CoinMoebius.Sdk.Providers.Monero;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Adds the webhooks of a Monero indexer.</summary>
public static class MoneroWebhooksBuilderExtensions
{
    /// <summary>Adds the webhooks of a Monero indexer, configured in code.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddMonero(this IWebhooksBuilder builder, Action<MoneroWebhookOptions> configure) =>
        builder.AddMonero(Options.DefaultName, configure);

    /// <summary>Adds the webhooks of a Monero indexer, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds <see cref="MoneroWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddMonero(this IWebhooksBuilder builder, IConfiguration section) =>
        builder.AddMonero(Options.DefaultName, section);

    /// <summary>Adds a further Monero indexer, configured in code; its route is <c>…/monero/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The name of this indexer.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddMonero(this IWebhooksBuilder builder, string account, Action<MoneroWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds a further Monero indexer, bound to a configuration section; its route is <c>…/monero/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The name of this indexer.</param>
    /// <param name="section">The section that holds <see cref="MoneroWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddMonero(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<MoneroWebhookOptions>, OptionsBuilder<MoneroWebhookOptions>> configure) =>
        builder.AddVerifier(
            PaymentProvider.Monero, account, configure, (options, time, _) => new MoneroWebhookVerifier(options, account, time));
}
