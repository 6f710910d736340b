using CoinMoebius.Sdk.Providers.CoinbaseBusiness;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Adds Coinbase Business's webhooks.</summary>
public static class CoinbaseBusinessWebhooksBuilderExtensions
{
    /// <summary>Adds Coinbase Business's webhooks, configured in code.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddCoinbaseBusiness(this IWebhooksBuilder builder, Action<CoinbaseBusinessWebhookOptions> configure) =>
        builder.AddCoinbaseBusiness(Options.DefaultName, configure);

    /// <summary>Adds Coinbase Business's webhooks, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds <see cref="CoinbaseBusinessWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddCoinbaseBusiness(this IWebhooksBuilder builder, IConfiguration section) =>
        builder.AddCoinbaseBusiness(Options.DefaultName, section);

    /// <summary>Adds a further Coinbase Business account, configured in code; its route is <c>…/coinbase-business/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddCoinbaseBusiness(this IWebhooksBuilder builder, string account, Action<CoinbaseBusinessWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds a further Coinbase Business account, bound to a configuration section; its route is <c>…/coinbase-business/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="section">The section that holds <see cref="CoinbaseBusinessWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddCoinbaseBusiness(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<CoinbaseBusinessWebhookOptions>, OptionsBuilder<CoinbaseBusinessWebhookOptions>> configure) =>
        builder.AddVerifier(
            PaymentProvider.CoinbaseBusiness, account, configure, (options, time, _) => new CoinbaseBusinessWebhookVerifier(options, account, time));
}
