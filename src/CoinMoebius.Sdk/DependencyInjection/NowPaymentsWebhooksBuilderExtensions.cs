using CoinMoebius.Sdk.Providers.NowPayments;
using CoinMoebius.Sdk.Providers.NowPayments.Confirmation;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>
/// Adds NOWPayments' webhooks. <see cref="NowPaymentsWebhookOptions.ConfirmPayments"/> requires the client of the same account,
/// <c>services.AddNowPaymentsClient(…)</c>; start-up fails without it.
/// </summary>
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
    /// <param name="account">The account's name, which is also the name of its client.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddNowPayments(this IWebhooksBuilder builder, string account, Action<NowPaymentsWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds a further NOWPayments account, bound to a configuration section; its route is <c>…/nowpayments/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name, which is also the name of its client.</param>
    /// <param name="section">The section that holds <see cref="NowPaymentsWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddNowPayments(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<NowPaymentsWebhookOptions>, OptionsBuilder<NowPaymentsWebhookOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.RequireConfirmingClient<NowPaymentsWebhookOptions, INowPaymentsClient>(
            static options => options.ConfirmPayments, PaymentReading.NeedsClient);
        return builder.AddVerifier(
            PaymentProvider.NowPayments,
            account,
            configure,
            (options, time, services) =>
                new NowPaymentsWebhookVerifier(options, account, ConfirmingClients.Find<INowPaymentsClient>(services, account), time));
    }
}
