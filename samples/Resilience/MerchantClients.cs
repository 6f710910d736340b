using CoinMoebius.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.Extensions.Http;

namespace Resilience;

/// <summary>The merchant's own retries on a client of the SDK: the part to copy.</summary>
public static class MerchantClients
{
    /// <summary>With a policy of Polly, as <c>Microsoft.Extensions.Http.Polly</c> takes it.</summary>
    public static IHttpClientBuilder AddClientWithPolicy(this IServiceCollection services, string name, Action<CoinMoebiusOptions> configure) =>
        services.AddCoinMoebius(name, configure).AddPolicyHandler(
            HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(3, attempt => TimeSpan.FromMilliseconds(50 * attempt)));

    /// <summary>With the standard handler of <c>Microsoft.Extensions.Http.Resilience</c>.</summary>
    public static IHttpClientBuilder AddClientWithStandardHandler(this IServiceCollection services, string name, Action<CoinMoebiusOptions> configure)
    {
        var client = services.AddCoinMoebius(name, configure);
        client.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(50));
        return client;
    }
}
