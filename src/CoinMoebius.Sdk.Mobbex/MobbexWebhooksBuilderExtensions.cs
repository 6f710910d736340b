using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Mobbex.Confirmation;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>
/// Adds Mobbex's webhooks. Unless <see cref="MobbexWebhookOptions.Confirmation"/> is <see cref="MobbexConfirmation.TokenOnly"/>, they
/// require the client of the same account, <c>services.AddMobbexClient(…)</c>; the host checks this at start-up.
/// </summary>
public static class MobbexWebhooksBuilderExtensions
{
    /// <summary>Adds Mobbex's webhooks, configured in code.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddMobbex(this IWebhooksBuilder builder, Action<MobbexWebhookOptions> configure) =>
        builder.AddMobbex(Options.DefaultName, configure);

    /// <summary>Adds Mobbex's webhooks, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds <see cref="MobbexWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddMobbex(this IWebhooksBuilder builder, IConfiguration section) =>
        builder.AddMobbex(Options.DefaultName, section);

    /// <summary>Adds a further Mobbex account, configured in code; its route is <c>…/mobbex/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The name of the account, which is also the name of its client.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddMobbex(this IWebhooksBuilder builder, string account, Action<MobbexWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds a further Mobbex account, bound to a configuration section; its route is <c>…/mobbex/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The name of the account, which is also the name of its client.</param>
    /// <param name="section">The section that holds <see cref="MobbexWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddMobbex(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<MobbexWebhookOptions>, OptionsBuilder<MobbexWebhookOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.RequireConfirmingClient<MobbexWebhookOptions, IMobbexClient>(
            static options => options.Confirmation != MobbexConfirmation.TokenOnly, ReadBack.NeedsClient);
        return builder.AddVerifier<MobbexWebhookOptions>(
            PaymentProvider.Mobbex,
            account,
            added => configure(added).LiveWhere(IsLive),
            (options, time, services) => new MobbexWebhookVerifier(options, account, ConfirmingClients.Find<IMobbexClient>(services, account), time));
    }

    private static bool IsLive(IServiceProvider services, string account) =>
        ConfirmingClients.Find<IMobbexClient>(services, account) is not null
        && !services.GetRequiredService<IOptionsMonitor<MobbexOptions>>().Get(account).Test;
}
