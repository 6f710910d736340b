using CoinMoebius.Sdk.Providers.DodoPayments;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Adds Dodo Payments' webhooks.</summary>
public static class DodoPaymentsWebhooksBuilderExtensions
{
    /// <summary>Adds Dodo Payments' webhooks, configured in code.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddDodoPayments(this IWebhooksBuilder builder, Action<DodoPaymentsWebhookOptions> configure) =>
        builder.AddDodoPayments(Options.DefaultName, configure);

    /// <summary>Adds Dodo Payments' webhooks, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds <see cref="DodoPaymentsWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddDodoPayments(this IWebhooksBuilder builder, IConfiguration section) =>
        builder.AddDodoPayments(Options.DefaultName, section);

    /// <summary>Adds a further Dodo Payments account, configured in code; its route is <c>…/dodopayments/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddDodoPayments(this IWebhooksBuilder builder, string account, Action<DodoPaymentsWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds a further Dodo Payments account, bound to a configuration section; its route is <c>…/dodopayments/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="section">The section that holds <see cref="DodoPaymentsWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddDodoPayments(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<DodoPaymentsWebhookOptions>, OptionsBuilder<DodoPaymentsWebhookOptions>> configure) =>
        builder.AddVerifier(
            PaymentProvider.DodoPayments, account, configure, (options, time, _) => new DodoPaymentsWebhookVerifier(options, account, time));
}
