using CoinMoebius.Sdk.Providers.AuthorizeNet;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Adds Authorize.Net's webhooks.</summary>
public static class AuthorizeNetWebhooksBuilderExtensions
{
    /// <summary>Adds Authorize.Net's webhooks, configured in code.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddAuthorizeNet(this IWebhooksBuilder builder, Action<AuthorizeNetWebhookOptions> configure) =>
        builder.AddAuthorizeNet(Options.DefaultName, configure);

    /// <summary>Adds Authorize.Net's webhooks, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds <see cref="AuthorizeNetWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddAuthorizeNet(this IWebhooksBuilder builder, IConfiguration section) =>
        builder.AddAuthorizeNet(Options.DefaultName, section);

    /// <summary>Adds a further Authorize.Net account, configured in code; its route is <c>…/authorizenet/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder AddAuthorizeNet(this IWebhooksBuilder builder, string account, Action<AuthorizeNetWebhookOptions> configure) =>
        Add(builder, account, options => options.Configure(configure));

    /// <summary>Adds a further Authorize.Net account, bound to a configuration section; its route is <c>…/authorizenet/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="section">The section that holds <see cref="AuthorizeNetWebhookOptions"/>.</param>
    public static IWebhooksBuilder AddAuthorizeNet(this IWebhooksBuilder builder, string account, IConfiguration section) =>
        Add(builder, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder, string account, Func<OptionsBuilder<AuthorizeNetWebhookOptions>, OptionsBuilder<AuthorizeNetWebhookOptions>> configure) =>
        builder.AddVerifier(
            PaymentProvider.AuthorizeNet, account, configure, (options, _, _) => new AuthorizeNetWebhookVerifier(options, account));
}
