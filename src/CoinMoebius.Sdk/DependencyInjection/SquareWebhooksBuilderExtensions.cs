using CoinMoebius.Sdk.Providers.Square;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Adds Square's webhooks.</summary>
public static class SquareWebhooksBuilderExtensions
{
    /// <summary>Adds Square's webhooks, configured in code.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddSquare(this IWebhooksBuilder builder, Action<SquareWebhookOptions> configure) =>
        builder.AddSquare(Options.DefaultName, configure);

    /// <summary>Adds Square's webhooks, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds <see cref="SquareWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddSquare(this IWebhooksBuilder builder, IConfiguration section) =>
        builder.AddSquare(Options.DefaultName, section);

    /// <summary>Adds a further Square account, configured in code; its route is <c>…/square/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddSquare(this IWebhooksBuilder builder, string account, Action<SquareWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds a further Square account, bound to a configuration section; its route is <c>…/square/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="section">The section that holds <see cref="SquareWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddSquare(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<SquareWebhookOptions>, OptionsBuilder<SquareWebhookOptions>> configure) =>
        builder.AddVerifier(
            PaymentProvider.Square, account, configure, (options, _, _) => new SquareWebhookVerifier(options, account));
}
