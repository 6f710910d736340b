using CoinMoebius.Sdk.Mobbex;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;
using By = CoinMoebius.Sdk.MobbexServiceCollectionExtensions;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddMobbexTests : ClientRegistrationContract<IMobbexClient, MobbexOptions>
{
    private const string Operation = """{"result":true,"data":{"transaction":{"payment":{"id":"P1"}}}}""";

    private protected override ClientForms<MobbexOptions> Add => new(By.AddMobbexClient, By.AddMobbexClient, By.AddMobbexClient, By.AddMobbexClient);

    private protected override string Name => "Mobbex";

    private protected override Dictionary<string, string?> Values => new()
    {
        ["ApiKey"] = "k",
        ["AccessToken"] = "t",
        ["ConnectOnly"] = "true",
        ["Test"] = "true",
        ["Language"] = "en",
        ["EcommerceAgent"] = "Shop/1",
        ["FieldNames:travelDate"] = "travel_date",
    };

    private protected override string[] Problems => ["ApiKey", "AccessToken"];

    [Test]
    public async Task Several_merchants_are_keyed_services_with_keys_of_their_own()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.Expect("https://api.mobbex.com/p/operations/P1").WithHeaders("x-access-token", "t1").Respond("application/json", Operation);
        http.Expect("https://api.mobbex.com/p/operations/P1").WithHeaders("x-access-token", "t2").Respond("application/json", Operation);
        http.Expect("https://api.label.example/p/operations/P1").WithHeaders("x-access-token", "t3").Respond("application/json", Operation);
        services.AddMobbexClient(options => (options.ApiKey, options.AccessToken) = ("k1", "t1")).ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddMobbexClient("second", options => (options.ApiKey, options.AccessToken) = ("k2", "t2")).ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddMobbexClient("label", Section(new() { ["ApiKey"] = "k3", ["AccessToken"] = "t3", ["BaseAddress"] = "https://api.label.example" })).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<IMobbexClient>().GetOperationAsync("P1");
        await provider.GetRequiredKeyedService<IMobbexClient>("second").GetOperationAsync("P1");
        await provider.GetRequiredKeyedService<IMobbexClient>("label").GetOperationAsync("P1");

        http.VerifyNoOutstandingExpectation();
    }

    private protected override void Set(MobbexOptions options)
    {
        options.ApiKey = "k";
        options.AccessToken = "t";
        options.ConnectOnly = true;
        options.Test = true;
        options.Language = "en";
        options.EcommerceAgent = "Shop/1";
        options.FieldNames["travelDate"] = "travel_date";
    }

    private protected override void Spoil(MobbexOptions options) => options.ApiKey = "5ecret 5ecret";
}
