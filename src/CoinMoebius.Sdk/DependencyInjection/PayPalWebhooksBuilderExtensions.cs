using CoinMoebius.Sdk.DependencyInjection;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Providers.PayPal.Signing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>
/// Adds PayPal's webhooks. In the mode <see cref="PayPalVerificationMode.LocalCertificate"/> a host starts only with a durable inbox, or
/// another <see cref="IWebhookDeliveryMemory"/>, that keeps deliveries for longer than <see cref="PayPalWebhookOptions.MaximumAge"/>.
/// </summary>
public static class PayPalWebhooksBuilderExtensions
{
    /// <summary>Adds PayPal's webhooks, configured in code.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddPayPal(this IWebhooksBuilder builder, Action<PayPalWebhookOptions> configure) =>
        builder.AddPayPal(Options.DefaultName, configure);

    /// <summary>Adds PayPal's webhooks, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds <see cref="PayPalWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddPayPal(this IWebhooksBuilder builder, IConfiguration section) =>
        builder.AddPayPal(Options.DefaultName, section);

    /// <summary>Adds a further PayPal account, configured in code; its route is <c>…/paypal/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddPayPal(this IWebhooksBuilder builder, string account, Action<PayPalWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds a further PayPal account, bound to a configuration section; its route is <c>…/paypal/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="section">The section that holds <see cref="PayPalWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddPayPal(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<PayPalWebhookOptions>, OptionsBuilder<PayPalWebhookOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(account);
        var services = builder.Services;
        WireFilter.TryAdd(services, PayPalWebhookVerifier.HttpClientName);
        services.TryAddSingleton<ReplayGuard>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IValidateOptions<ReplayGuardStart>, ReplayGuard>(static provider => provider.GetRequiredService<ReplayGuard>()),
            ServiceDescriptor.Singleton<IValidateOptions<PayPalWebhookOptions>, ReplayGuard>(static provider => provider.GetRequiredService<ReplayGuard>()),
        ]);
        services.AddOptions<ReplayGuardStart>(account).ValidateOnStart();
        services
            .AddHttpClient(PayPalWebhookVerifier.HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(PrimaryHandler.Create);
        return builder.AddVerifier(
            PaymentProvider.PayPal,
            account,
            configure,
            (options, time, services) => new PayPalWebhookVerifier(options, account, services.GetRequiredService<IHttpClientFactory>(), time));
    }
}
