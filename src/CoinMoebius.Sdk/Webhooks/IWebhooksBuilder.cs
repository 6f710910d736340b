using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Gathers the providers and handlers of an application. Made by <c>AddCoinMoebiusWebhooks</c>.</summary>
public interface IWebhooksBuilder
{
    /// <summary>The services being configured.</summary>
    IServiceCollection Services { get; }
}
