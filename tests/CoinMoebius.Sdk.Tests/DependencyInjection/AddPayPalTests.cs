using CoinMoebius.Sdk.Providers.PayPal;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;
using By = CoinMoebius.Sdk.PayPalServiceCollectionExtensions;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddPayPalTests : ClientRegistrationContract<IPayPalTokenClient, PayPalTokenOptions>
{
    private protected override ClientForms<PayPalTokenOptions> Add => new(By.AddPayPalTokenClient, By.AddPayPalTokenClient, By.AddPayPalTokenClient, By.AddPayPalTokenClient);

    private protected override string Name => "PayPalToken";

    private protected override Dictionary<string, string?> Values => new()
    {
        ["ClientId"] = "c",
        ["ClientSecret"] = "s",
        ["Environment"] = "Sandbox",
    };

    private protected override string[] Problems => ["ClientId", "ClientSecret"];

    [Test]
    public async Task Several_accounts_are_keyed_services_with_tokens_of_their_own()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.Expect("https://api-m.paypal.com/v1/oauth2/token").Respond("application/json", """{"access_token":"live","expires_in":3600}""");
        http.Expect("https://api-m.sandbox.paypal.com/v1/oauth2/token").Respond("application/json", """{"access_token":"sandbox","expires_in":3600}""");
        services.AddPayPalTokenClient(options => (options.ClientId, options.ClientSecret) = ("c1", "s1")).ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddPayPalTokenClient("test", Section(new() { ["ClientId"] = "c2", ["ClientSecret"] = "s2", ["Environment"] = "sandbox" })).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        for (var i = 0; i < 2; i++)
        {
            (await provider.GetRequiredService<IPayPalTokenClient>().GetAccessTokenAsync()).Value.Should().Be("live");
            (await provider.GetRequiredKeyedService<IPayPalTokenClient>("test").GetAccessTokenAsync()).Value.Should().Be("sandbox");
        }

        http.VerifyNoOutstandingExpectation();
    }

    private protected override void Set(PayPalTokenOptions options)
    {
        options.ClientId = "c";
        options.ClientSecret = "s";
        options.Environment = PayPalEnvironment.Sandbox;
    }

    private protected override void Spoil(PayPalTokenOptions options) => options.ClientSecret = "5ecret 5ecret";
}
