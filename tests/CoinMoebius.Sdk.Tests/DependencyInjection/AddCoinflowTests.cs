using CoinMoebius.Sdk.Providers.Coinflow;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddCoinflowTests
{
    [Test]
    public async Task The_client_is_a_singleton_that_calls_with_the_bare_key()
    {
        using var http = new MockHttpMessageHandler();
        http.Expect("https://api.coinflow.cash/api/merchant/payments/p").WithHeaders("Authorization", "live_1").Respond("application/json", """{"paymentId":"p"}""");
        var services = new ServiceCollection();
        services.AddCoinflow(options => (options.ApiKey, options.MerchantId) = ("live_1", "shop")).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        var client = provider.GetRequiredService<ICoinflowClient>();

        (await client.GetPaymentAsync("p")).PaymentId.Should().Be("p");
        client.Should().BeSameAs(provider.GetRequiredService<ICoinflowClient>());
        http.VerifyNoOutstandingExpectation();
    }

    [TestCase("Environment", "BaseAddress")]
    [TestCase("BaseAddress", "Environment")]
    public void A_section_binds_every_option_and_an_address_of_ones_own_wins(string first, string second)
    {
        var values = new Dictionary<string, string?> { ["Environment"] = "Sandbox", ["BaseAddress"] = "http://localhost:5005/api" };
        var services = new ServiceCollection();
        services.AddCoinflow(Section(new()
        {
            [first] = values[first],
            [second] = values[second],
            ["ApiKey"] = "coinflow_sandbox_1",
            ["MerchantId"] = "shop",
            ["MaxRetries"] = "1",
        }));
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<CoinflowOptions>>().Value;

        (options.ApiKey, options.MerchantId, options.Environment, options.BaseAddress, options.MaxRetries)
            .Should().Be(("coinflow_sandbox_1", "shop", CoinflowEnvironment.Sandbox, new Uri("http://localhost:5005/api"), 1));
    }

    [Test]
    public void Named_clients_are_keyed_and_have_their_own_options()
    {
        var services = new ServiceCollection();
        services.AddCoinflow("eu", options => (options.ApiKey, options.MerchantId) = ("live_1", "eu"));
        services.AddCoinflow("us", Section(new() { ["ApiKey"] = "live_2", ["MerchantId"] = "us" }));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredKeyedService<ICoinflowClient>("eu").Should().NotBeSameAs(provider.GetRequiredKeyedService<ICoinflowClient>("us"));
        provider.GetRequiredService<IOptionsMonitor<CoinflowOptions>>().Get("us").MerchantId.Should().Be("us");
        provider.GetService<ICoinflowClient>().Should().BeNull();
    }

    [TestCase("", "shop", CoinflowEnvironment.Live, "ApiKey")]
    [TestCase("Bearer x", "shop", CoinflowEnvironment.Live, "ApiKey")]
    [TestCase("coinflow_sandbox_5ecret", "shop", CoinflowEnvironment.Live, "Sandbox")]
    [TestCase("live_1", " ", CoinflowEnvironment.Live, "MerchantId")]
    [TestCase("live_1", "shop", (CoinflowEnvironment)7, "Environment")]
    public void Unusable_options_are_refused_without_printing_the_key(string key, string merchant, CoinflowEnvironment environment, string problem)
    {
        var options = new CoinflowOptions { ApiKey = key, MerchantId = merchant, Environment = environment };

        FluentActions.Invoking(() => CoinflowClient.Create(options)).Should().Throw<OptionsValidationException>()
            .WithMessage($"*{problem}*").And.Message.Should().NotContain("5ecret");
    }

    [Test]
    public void The_environment_decides_the_address()
    {
        var options = new CoinflowOptions { Environment = CoinflowEnvironment.Sandbox };
        options.BaseAddress.Should().Be("https://api-sandbox.coinflow.cash/api");
        options.Environment = CoinflowEnvironment.Live;
        options.BaseAddress.Should().Be("https://api.coinflow.cash/api");
    }
}
