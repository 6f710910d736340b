using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.StandardWebhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk;

/// <summary>Adds the webhooks of services that follow Standard Webhooks.</summary>
public static class StandardWebhooksBuilderExtensions
{
    /// <summary>Adds the webhooks of a service that follows Standard Webhooks, configured in code; its route is <c>…/{provider}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="provider">The service's name in the route and in its events, for example <c>new("polar")</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is empty.</exception>
    public static IWebhooksBuilder AddStandardWebhooks(
        this IWebhooksBuilder builder, PaymentProvider provider, Action<StandardWebhooksOptions> configure) =>
        builder.AddStandardWebhooks(provider, "", configure);

    /// <summary>Adds the webhooks of a service that follows Standard Webhooks, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="provider">The service's name in the route and in its events.</param>
    /// <param name="section">The section that holds <see cref="StandardWebhooksOptions"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is empty.</exception>
    public static IWebhooksBuilder AddStandardWebhooks(this IWebhooksBuilder builder, PaymentProvider provider, IConfiguration section) =>
        builder.AddStandardWebhooks(provider, "", section);

    /// <summary>Adds a further account of such a service, configured in code; its route is <c>…/{provider}/{account}</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="provider">The service's name in the route and in its events.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is empty.</exception>
    public static IWebhooksBuilder AddStandardWebhooks(
        this IWebhooksBuilder builder, PaymentProvider provider, string account, Action<StandardWebhooksOptions> configure) =>
        Add(builder, provider, account, options => options.Configure(configure));

    /// <summary>Adds a further account of such a service, bound to a configuration section.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="provider">The service's name in the route and in its events.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="section">The section that holds <see cref="StandardWebhooksOptions"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is empty.</exception>
    public static IWebhooksBuilder AddStandardWebhooks(
        this IWebhooksBuilder builder, PaymentProvider provider, string account, IConfiguration section) =>
        Add(builder, provider, account, options => options.Bind(section).At(section));

    private static IWebhooksBuilder Add(
        IWebhooksBuilder builder,
        PaymentProvider provider,
        string account,
        Func<OptionsBuilder<StandardWebhooksOptions>, OptionsBuilder<StandardWebhooksOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (string.IsNullOrWhiteSpace(provider.Value))
        {
            throw new ArgumentException("The provider is empty. Pass the service's route name, for example new(\"polar\").", nameof(provider));
        }

        var name = StandardWebhooksOptionsValidator.NameOf(provider, account);
        return builder.AddVerifier(
            provider,
            account,
            name,
            new StandardWebhooksOptionsValidator(),
            configure,
            (options, time, _) => new StandardWebhooksVerifier(provider, options, name, time));
    }
}
