using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Resilience;

/// <summary>Has each client read and create something while the simulated API fails, and tells what was sent.</summary>
public static class ResilienceApplication
{
    public static async Task RunAsync(TextWriter output)
    {
        await using var simulator = await CoinMoebiusSimulator.StartAsync(_ => { });
        var outage = new Outage();
        var services = new ServiceCollection();
        services.AddClientWithPolicy("policy", Configure).ConfigurePrimaryHttpMessageHandler(outage.CreateHandler);
        services.AddClientWithStandardHandler("standard", Configure).ConfigurePrimaryHttpMessageHandler(outage.CreateHandler);
        await using var provider = services.BuildServiceProvider();
        foreach (var name in new[] { "policy", "standard" })
        {
            var client = provider.GetRequiredKeyedService<ICoinMoebiusClient>(name);

            outage.Begin(failures: 2);
            await client.GetProjectInfoAsync();
            await output.WriteLineAsync($"{name}: the project was asked for {outage.Sends} times, and came.");

            outage.Begin(failures: 2);
            try
            {
                await client.CreateCheckoutAsync(new() { Provider = PaymentProvider.Stripe, ProductId = "t-shirt" });
            }
            catch (CoinMoebiusApiException failure)
            {
                await output.WriteLineAsync($"{name}: the checkout was sent {outage.Sends} time, and answered {(int)failure.StatusCode}: it may exist already.");
            }
        }

        void Configure(CoinMoebiusOptions options)
        {
            options.BaseAddress = simulator.BaseAddress;
            options.ProjectId = "demo";
            options.ApiKey = "cmk_test_simulator";

            // The merchant's handler decides how often.
            options.MaxRetries = 0;
        }
    }
}
