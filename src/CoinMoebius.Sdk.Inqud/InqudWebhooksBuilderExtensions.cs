using CoinMoebius.Sdk.Inqud;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Adds Inqud's webhooks.</summary>
public static class InqudWebhooksBuilderExtensions
{
    /// <summary>Adds Inqud's webhooks, configured in code.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddInqud(this IWebhooksBuilder builder, Action<InqudWebhookOptions> configure) =>
        builder.AddInqud(Options.DefaultName, configure);

    /// <summary>Adds Inqud's webhooks, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds <see cref="InqudWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddInqud(this IWebhooksBuilder builder, IConfiguration section) =>
        builder.AddInqud(Options.DefaultName, section);

    /// <summary>Adds a further Inqud account, configured in code; its route is <c>…/inqud/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddInqud(this IWebhooksBuilder builder, string account, Action<InqudWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds a further Inqud account, bound to a configuration section; its route is <c>…/inqud/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="section">The section that holds <see cref="InqudWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddInqud(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<InqudWebhookOptions>, OptionsBuilder<InqudWebhookOptions>> configure) =>
        builder.AddVerifier(PaymentProvider.Inqud, account, configure, (options, _, _) => new InqudWebhookVerifier(options, account));
}
