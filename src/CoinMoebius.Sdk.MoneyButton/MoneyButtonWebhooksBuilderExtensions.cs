using CoinMoebius.Sdk.MoneyButton;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>
/// Adds Money Button's webhooks. Historical: Money Button has ceased operation and sends nothing. Add them to check stored webhooks, or to
/// replay them through your handlers; do not leave the address open to the internet.
/// </summary>
public static class MoneyButtonWebhooksBuilderExtensions
{
    /// <summary>Adds Money Button's stored webhooks, configured in code.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddMoneyButton(this IWebhooksBuilder builder, Action<MoneyButtonWebhookOptions> configure) =>
        builder.AddMoneyButton(Options.DefaultName, configure);

    /// <summary>Adds Money Button's stored webhooks, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds <see cref="MoneyButtonWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddMoneyButton(this IWebhooksBuilder builder, IConfiguration section) =>
        builder.AddMoneyButton(Options.DefaultName, section);

    /// <summary>Adds the stored webhooks of a further app, configured in code; its route is <c>…/moneybutton/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddMoneyButton(this IWebhooksBuilder builder, string account, Action<MoneyButtonWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds the stored webhooks of a further app, bound to a configuration section; its route is <c>…/moneybutton/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="section">The section that holds <see cref="MoneyButtonWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddMoneyButton(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<MoneyButtonWebhookOptions>, OptionsBuilder<MoneyButtonWebhookOptions>> configure) =>
        builder.AddVerifier(
            PaymentProvider.MoneyButton, account, configure, (options, _, _) => new MoneyButtonWebhookVerifier(options, account));
}
