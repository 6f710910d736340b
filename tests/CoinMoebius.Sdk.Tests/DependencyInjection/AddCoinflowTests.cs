using CoinMoebius.Sdk.Coinflow;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;
using By = CoinMoebius.Sdk.CoinflowServiceCollectionExtensions;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddCoinflowTests : ClientRegistrationContract<ICoinflowClient, CoinflowOptions>
{
    private protected override ClientForms<CoinflowOptions> Add => new(By.AddCoinflowClient, By.AddCoinflowClient, By.AddCoinflowClient, By.AddCoinflowClient);

    private protected override string Name => "Coinflow";

    private protected override Dictionary<string, string?> Values => new()
    {
        ["ApiKey"] = "coinflow_sandbox_1",
        ["MerchantId"] = "shop",
        ["Environment"] = "Sandbox",
    };

    private protected override string[] Problems => ["ApiKey", "MerchantId"];

    [Test]
    public async Task The_client_calls_with_the_bare_key()
    {
        using var http = new MockHttpMessageHandler();
        http.Expect("https://api.coinflow.cash/api/merchant/payments/p").WithHeaders("Authorization", "live_1").Respond("application/json", """{"paymentId":"p"}""");
        var services = new ServiceCollection();
        services.AddCoinflowClient(options => (options.ApiKey, options.MerchantId) = ("live_1", "shop")).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        (await provider.GetRequiredService<ICoinflowClient>().GetPaymentAsync("p")).PaymentId.Should().Be("p");
        http.VerifyNoOutstandingExpectation();
    }

    [TestCase("Environment", "BaseAddress")]
    [TestCase("BaseAddress", "Environment")]
    public void An_address_of_ones_own_wins_over_the_environment(string first, string second)
    {
        var values = new Dictionary<string, string?> { ["Environment"] = "Sandbox", ["BaseAddress"] = "http://localhost:5005/api" };
        var services = new ServiceCollection();
        services.AddCoinflowClient(Section(new()
        {
            [first] = values[first],
            [second] = values[second],
            ["ApiKey"] = "coinflow_sandbox_1",
            ["MerchantId"] = "shop",
        }));
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<CoinflowOptions>>().Value;

        (options.Environment, options.BaseAddress).Should().Be((CoinflowEnvironment.Sandbox, new Uri("http://localhost:5005/api")));
    }

    [TestCase("", "shop", CoinflowEnvironment.Live, "ApiKey")]
    [TestCase("Bearer x", "shop", CoinflowEnvironment.Live, "ApiKey")]
    [TestCase("coinflow_sandbox_5ecret", "shop", CoinflowEnvironment.Live, "Sandbox")]
    [TestCase("live_1", " ", CoinflowEnvironment.Live, "MerchantId")]
    [TestCase("live_1", "shop", (CoinflowEnvironment)7, "Environment")]
    public void Unusable_options_are_refused_without_printing_the_key(string key, string merchant, CoinflowEnvironment environment, string problem)
    {
        var options = new CoinflowOptions { ApiKey = key, MerchantId = merchant, Environment = environment };

        FluentActions.Invoking(() => new CoinflowClient(options)).Should().Throw<OptionsValidationException>()
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

    private protected override void Set(CoinflowOptions options)
    {
        options.ApiKey = "coinflow_sandbox_1";
        options.MerchantId = "shop";
        options.Environment = CoinflowEnvironment.Sandbox;
    }

    private protected override void Spoil(CoinflowOptions options) => options.ApiKey = "5ecret 5ecret";
}
