using CoinMoebius.Sdk.Providers.Stripe;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Adds Stripe's webhooks.</summary>
public static class StripeWebhooksBuilderExtensions
{
    /// <summary>Adds Stripe's webhooks, configured in code.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddStripe(this IWebhooksBuilder builder, Action<StripeWebhookOptions> configure) =>
        builder.AddStripe(Options.DefaultName, configure);

    /// <summary>Adds Stripe's webhooks, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds <see cref="StripeWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddStripe(this IWebhooksBuilder builder, IConfiguration section) =>
        builder.AddStripe(Options.DefaultName, section);

    /// <summary>Adds a further Stripe account, configured in code; its route is <c>…/stripe/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddStripe(this IWebhooksBuilder builder, string account, Action<StripeWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds a further Stripe account, bound to a configuration section; its route is <c>…/stripe/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="section">The section that holds <see cref="StripeWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddStripe(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<StripeWebhookOptions>, OptionsBuilder<StripeWebhookOptions>> configure) =>
        builder.AddVerifier<StripeWebhookOptions>(
            PaymentProvider.Stripe,
            account,
            added => configure(added).LiveWhere(IsLive),
            (options, time, _) => new StripeWebhookVerifier(options, account, time));

    private static bool IsLive(IServiceProvider services, string account) =>
        ConfirmingClients.Find<IStripePortalClient>(services, account) is not null
        && services.GetRequiredService<IOptionsMonitor<StripePortalOptions>>().Get(account).ApiKey is { Length: > 8 } key
        && key[3..].StartsWith("live_", StringComparison.Ordinal);
}
