using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Adds Coinflow's webhooks.</summary>
public static class CoinflowWebhooksBuilderExtensions
{
    /// <summary>Adds Coinflow's webhooks, configured in code.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddCoinflow(this IWebhooksBuilder builder, Action<CoinflowWebhookOptions> configure) =>
        builder.AddCoinflow(Options.DefaultName, configure);

    /// <summary>Adds Coinflow's webhooks, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds <see cref="CoinflowWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddCoinflow(this IWebhooksBuilder builder, IConfiguration section) =>
        builder.AddCoinflow(Options.DefaultName, section);

    /// <summary>Adds a further Coinflow account, configured in code; its route is <c>…/coinflow/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddCoinflow(this IWebhooksBuilder builder, string account, Action<CoinflowWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds a further Coinflow account, bound to a configuration section; its route is <c>…/coinflow/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="section">The section that holds <see cref="CoinflowWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddCoinflow(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<CoinflowWebhookOptions>, OptionsBuilder<CoinflowWebhookOptions>> configure) =>
        builder.AddVerifier(
            PaymentProvider.Coinflow, account, configure, (options, time, _) => new CoinflowWebhookVerifier(options, account, time));
}
