using CoinMoebius.Sdk.AspNetCore;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk;

/// <summary>Configures the webhook endpoint and the status endpoint.</summary>
public static class AspNetCoreWebhooksBuilderExtensions
{
    /// <summary>Configures how the webhook endpoint responds. The defaults suit most applications.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder ConfigureEndpoint(this IWebhooksBuilder builder, Action<WebhookEndpointOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<WebhookEndpointOptions>()
            .Configure(configure)
            .Validate(WebhookEndpointOptions.IsValid, "WebhookEndpointOptions: MaxBodySize must be 1 byte to 1 GiB, RetryAfter not negative.")
            .ValidateOnStart();
        return builder;
    }

    /// <summary>Configures what the status endpoint returns to a browser.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static IWebhooksBuilder ConfigureStatusEndpoint(this IWebhooksBuilder builder, Action<PaymentStatusEndpointOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<PaymentStatusEndpointOptions>()
            .Configure(configure)
            .Validate(
                static options => !options.MetadataKeys.Any(PaymentStatusEndpointOptions.IsPersonal),
                "PaymentStatusEndpointOptions.MetadataKeys names personal data (email, name, phone, address, ip or the like). Anyone who knows a payment's id could read it: remove the key.")
            .ValidateOnStart();
        return builder;
    }
}
