using CoinMoebius.Sdk.Providers.Cryptomus;
using CoinMoebius.Sdk.Providers.Cryptomus.Confirmation;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>
/// Adds Cryptomus's webhooks. <see cref="CryptomusWebhookOptions.ConfirmPayments"/> requires the client of the same account,
/// <c>services.AddCryptomusClient(…)</c>; start-up fails without it.
/// </summary>
public static class CryptomusWebhooksBuilderExtensions
{
    /// <summary>Adds Cryptomus's webhooks, configured in code.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddCryptomus(this IWebhooksBuilder builder, Action<CryptomusWebhookOptions> configure) =>
        builder.AddCryptomus(Options.DefaultName, configure);

    /// <summary>Adds Cryptomus's webhooks, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds <see cref="CryptomusWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddCryptomus(this IWebhooksBuilder builder, IConfiguration section) =>
        builder.AddCryptomus(Options.DefaultName, section);

    /// <summary>Adds a further Cryptomus account, configured in code; its route is <c>…/cryptomus/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name, which is also the name of its client.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddCryptomus(this IWebhooksBuilder builder, string account, Action<CryptomusWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds a further Cryptomus account, bound to a configuration section; its route is <c>…/cryptomus/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name, which is also the name of its client.</param>
    /// <param name="section">The section that holds <see cref="CryptomusWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddCryptomus(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<CryptomusWebhookOptions>, OptionsBuilder<CryptomusWebhookOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.RequireConfirmingClient<CryptomusWebhookOptions, ICryptomusClient>(
            static options => options.ConfirmPayments, PaymentReadBack.NeedsClient);
        return builder.AddVerifier(
            PaymentProvider.Cryptomus,
            account,
            configure,
            (options, time, services) => new CryptomusWebhookVerifier(options, account, ConfirmingClients.Find<ICryptomusClient>(services, account), time));
    }
}
