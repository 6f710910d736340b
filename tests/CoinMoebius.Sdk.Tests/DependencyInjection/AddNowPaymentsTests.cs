using CoinMoebius.Sdk.Providers.NowPayments;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;
using By = CoinMoebius.Sdk.NowPaymentsServiceCollectionExtensions;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddNowPaymentsTests : ClientRegistrationContract<INowPaymentsClient, NowPaymentsOptions>
{
    private const string Answer = """{"payment_id":1,"payment_status":"finished"}""";

    private protected override ClientForms<NowPaymentsOptions> Add => new(By.AddNowPaymentsClient, By.AddNowPaymentsClient, By.AddNowPaymentsClient, By.AddNowPaymentsClient);

    private protected override string Name => "NowPayments";

    private protected override Dictionary<string, string?> Values => new() { ["ApiKey"] = "k", ["Environment"] = "Sandbox" };

    private protected override string[] Problems => ["ApiKey"];

    [Test]
    public async Task Several_accounts_are_keyed_services_with_keys_and_hosts_of_their_own()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.Expect("https://api.nowpayments.io/v1/payment/1").WithHeaders("x-api-key", "k1").Respond("application/json", Answer);
        http.Expect("https://api-sandbox.nowpayments.io/v1/payment/1").WithHeaders("x-api-key", "k2").Respond("application/json", Answer);
        services.AddNowPaymentsClient(options => options.ApiKey = "k1").ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddNowPaymentsClient("eu", Section(new() { ["ApiKey"] = "k2", ["Environment"] = "Sandbox" })).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        (await provider.GetRequiredService<INowPaymentsClient>().GetPaymentAsync("1")).IsPaid.Should().BeTrue();
        await provider.GetRequiredKeyedService<INowPaymentsClient>("eu").GetPaymentAsync("1");

        http.VerifyNoOutstandingExpectation();
    }

    private protected override void Set(NowPaymentsOptions options)
    {
        options.ApiKey = "k";
        options.Environment = NowPaymentsEnvironment.Sandbox;
    }

    private protected override void Spoil(NowPaymentsOptions options) => options.ApiKey = "5ecret 5ecret";
}
