using CoinMoebius.Sdk.Providers.DodoPayments;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;
using By = CoinMoebius.Sdk.DodoPaymentsServiceCollectionExtensions;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddDodoPaymentsTests : ClientRegistrationContract<IDodoPaymentsClient, DodoPaymentsOptions>
{
    private const string Path = "/customers/cus_1/customer-portal/session";
    private const string Answer = """{"link":"https://customer.dodopayments.com/session/t0ken"}""";

    private protected override ClientForms<DodoPaymentsOptions> Add => new(By.AddDodoPaymentsClient, By.AddDodoPaymentsClient, By.AddDodoPaymentsClient, By.AddDodoPaymentsClient);

    private protected override string Name => "DodoPayments";

    private protected override Dictionary<string, string?> Values => new() { ["ApiKey"] = "k", ["Environment"] = "Test" };

    private protected override string[] Problems => ["ApiKey"];

    [Test]
    public async Task Several_accounts_are_keyed_services_with_keys_of_their_own()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.Expect("https://live.dodopayments.com" + Path).WithHeaders("Authorization", "Bearer k1").Respond("application/json", Answer);
        http.Expect("https://test.dodopayments.com" + Path).WithHeaders("Authorization", "Bearer k2").Respond("application/json", Answer);
        http.Expect("https://live.dodopayments.com" + Path).WithHeaders("Authorization", "Bearer k3").Respond("application/json", Answer);
        services.AddDodoPaymentsClient(options => options.ApiKey = "k1").ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddDodoPaymentsClient("eu", Section(new() { ["ApiKey"] = "k2", ["Environment"] = "Test" })).ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddDodoPaymentsClient("us", options => options.ApiKey = "k3").ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<IDodoPaymentsClient>().CreatePortalSessionAsync(new() { CustomerId = "cus_1" });
        await provider.GetRequiredKeyedService<IDodoPaymentsClient>("eu").CreatePortalSessionAsync(new() { CustomerId = "cus_1" });
        await provider.GetRequiredKeyedService<IDodoPaymentsClient>("us").CreatePortalSessionAsync(new() { CustomerId = "cus_1" });

        http.VerifyNoOutstandingExpectation();
    }

    private protected override void Set(DodoPaymentsOptions options)
    {
        options.ApiKey = "k";
        options.Environment = DodoPaymentsEnvironment.Test;
    }

    private protected override void Spoil(DodoPaymentsOptions options) => options.ApiKey = "5ecret 5ecret";
}
