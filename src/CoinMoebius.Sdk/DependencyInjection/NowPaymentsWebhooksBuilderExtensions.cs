using CoinMoebius.Sdk.Providers.NowPayments;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Adds NOWPayments' webhooks.</summary>
public static class NowPaymentsWebhooksBuilderExtensions
{
    /// <summary>Adds NOWPayments' webhooks, configured in code.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddNowPayments(this IWebhooksBuilder builder, Action<NowPaymentsWebhookOptions> configure) =>
        builder.AddNowPayments(Options.DefaultName, configure);

    /// <summary>Adds NOWPayments' webhooks, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds <see cref="NowPaymentsWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddNowPayments(this IWebhooksBuilder builder, IConfiguration section) =>
        builder.AddNowPayments(Options.DefaultName, section);

    /// <summary>Adds a further NOWPayments account, configured in code; its route is <c>…/nowpayments/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddNowPayments(this IWebhooksBuilder builder, string account, Action<NowPaymentsWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds a further NOWPayments account, bound to a configuration section; its route is <c>…/nowpayments/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="section">The section that holds <see cref="NowPaymentsWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddNowPayments(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<NowPaymentsWebhookOptions>, OptionsBuilder<NowPaymentsWebhookOptions>> configure) =>
        builder.AddVerifier(
            PaymentProvider.NowPayments, account, configure, (options, _, _) => new NowPaymentsWebhookVerifier(options, account));
}
