using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Collects the providers and handlers of an application. <c>AddCoinMoebiusWebhooks</c> creates it.</summary>
public interface IWebhooksBuilder
{
    /// <summary>The services to configure.</summary>
    IServiceCollection Services { get; }
}
