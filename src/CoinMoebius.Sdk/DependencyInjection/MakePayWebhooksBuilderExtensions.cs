using CoinMoebius.Sdk.Providers.MakePay;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Adds MakePay's webhooks.</summary>
public static class MakePayWebhooksBuilderExtensions
{
    /// <summary>Adds MakePay's webhooks, configured in code.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddMakePay(this IWebhooksBuilder builder, Action<MakePayWebhookOptions> configure) =>
        builder.AddMakePay(Options.DefaultName, configure);

    /// <summary>Adds MakePay's webhooks, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds <see cref="MakePayWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddMakePay(this IWebhooksBuilder builder, IConfiguration section) =>
        builder.AddMakePay(Options.DefaultName, section);

    /// <summary>Adds a further MakePay account, configured in code; its route is <c>…/makepay/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddMakePay(this IWebhooksBuilder builder, string account, Action<MakePayWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds a further MakePay account, bound to a configuration section; its route is <c>…/makepay/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="section">The section that holds <see cref="MakePayWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddMakePay(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<MakePayWebhookOptions>, OptionsBuilder<MakePayWebhookOptions>> configure) =>
        builder.AddVerifier(
            PaymentProvider.MakePay, account, configure, (options, time, _) => new MakePayWebhookVerifier(options, account, time));
}
