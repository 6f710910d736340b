using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OwnProvider;

/// <summary>Adds Acme's webhooks.</summary>
public static class AcmeWebhooksBuilderExtensions
{
    public static IWebhooksBuilder AddAcme(this IWebhooksBuilder builder, IConfiguration section, string account = "") =>
        builder.AddVerifier<AcmeWebhookOptions>(
            AcmeWebhookVerifier.Acme,
            account,
            options => options.Bind(section),
            (options, timeProvider, _) => new AcmeWebhookVerifier(options, account, timeProvider));
}
