using CoinMoebius.Sdk.Providers.Cryptomus;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;
using By = CoinMoebius.Sdk.CryptomusServiceCollectionExtensions;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddCryptomusTests : ClientRegistrationContract<ICryptomusClient, CryptomusOptions>
{
    private const string Services = "https://api.cryptomus.com/v1/payment/services";
    private const string Answer = """{"state":0,"result":[]}""";

    private protected override ClientForms<CryptomusOptions> Add => new(By.AddCryptomusClient, By.AddCryptomusClient, By.AddCryptomusClient, By.AddCryptomusClient);

    private protected override string Name => "Cryptomus";

    private protected override Dictionary<string, string?> Values => new() { ["MerchantId"] = "m", ["PaymentApiKey"] = "k" };

    private protected override string[] Problems => ["MerchantId", "PaymentApiKey"];

    [Test]
    public async Task Several_accounts_are_keyed_services_with_keys_of_their_own()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        var signs = new List<string>();
        foreach (var merchant in new[] { "m-1", "m-2" })
        {
            http.Expect(Services).WithHeaders("merchant", merchant).Respond(request =>
            {
                signs.Add(request.Headers.GetValues("sign").Single());
                return new HttpResponseMessage { Content = new StringContent(Answer) };
            });
        }

        services.AddCryptomusClient(options => (options.MerchantId, options.PaymentApiKey) = ("m-1", "key-1")).ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddCryptomusClient("eu", Section(new() { ["MerchantId"] = "m-2", ["PaymentApiKey"] = "key-2" })).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<ICryptomusClient>().GetServicesAsync();
        await provider.GetRequiredKeyedService<ICryptomusClient>("eu").GetServicesAsync();

        http.VerifyNoOutstandingExpectation();
        signs.Should().HaveCount(2).And.OnlyHaveUniqueItems();
    }

    private protected override void Set(CryptomusOptions options)
    {
        options.MerchantId = "m";
        options.PaymentApiKey = "k";
    }

    private protected override void Spoil(CryptomusOptions options) => options.PaymentApiKey = "5ecret 5ecret";
}
