using CoinMoebius.Sdk.Providers.Mobbex;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddMobbexTests
{
    private const string Operation = """{"result":true,"data":{"transaction":{"payment":{"id":"P1"}}}}""";

    [Test]
    public async Task Several_merchants_are_keyed_services_with_keys_of_their_own()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.Expect("https://api.mobbex.com/p/operations/P1").WithHeaders("x-access-token", "t1").Respond("application/json", Operation);
        http.Expect("https://api.mobbex.com/p/operations/P1").WithHeaders("x-access-token", "t2").Respond("application/json", Operation);
        http.Expect("https://api.label.example/p/operations/P1").WithHeaders("x-access-token", "t3").Respond("application/json", Operation);
        services.AddMobbex(options => (options.ApiKey, options.AccessToken) = ("k1", "t1")).ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddMobbex("second", options => (options.ApiKey, options.AccessToken) = ("k2", "t2")).ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddMobbex("label", Section(new() { ["ApiKey"] = "k3", ["AccessToken"] = "t3", ["BaseAddress"] = "https://api.label.example" })).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<IMobbexClient>().GetOperationAsync("P1");
        await provider.GetRequiredKeyedService<IMobbexClient>("second").GetOperationAsync("P1");
        await provider.GetRequiredKeyedService<IMobbexClient>("label").GetOperationAsync("P1");

        http.VerifyNoOutstandingExpectation();
        provider.GetRequiredService<IMobbexClient>().Should().BeSameAs(provider.GetRequiredService<IMobbexClient>());
    }

    [Test]
    public void A_section_binds_every_option()
    {
        var services = new ServiceCollection();
        services.AddMobbex(Section(new()
        {
            ["ApiKey"] = "k",
            ["AccessToken"] = "t",
            ["ConnectOnly"] = "true",
            ["Test"] = "true",
            ["Language"] = "en",
            ["EcommerceAgent"] = "Shop/1",
            ["FieldNames:travelDate"] = "travel_date",
            ["BaseAddress"] = "http://localhost:5005",
            ["AttemptTimeout"] = "00:00:05",
        }));
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<MobbexOptions>>().Value;

        (options.ApiKey, options.AccessToken, options.ConnectOnly, options.Test, options.Language, options.EcommerceAgent)
            .Should().Be(("k", "t", true, true, "en", "Shop/1"));
        options.FieldNames.Should().Equal(new Dictionary<string, string> { ["travelDate"] = "travel_date" });
        (options.BaseAddress.Port, options.AttemptTimeout).Should().Be((5005, TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task Bad_options_stop_the_host_at_its_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddMobbex("shop2", options => options.ApiKey = "5ecret 5ecret");
        using var host = builder.Build();

        var exception = (await host.Awaiting(started => started.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which;

        exception.Failures.Should().HaveCount(2).And.OnlyContain(failure => failure.StartsWith("Mobbex (client \"shop2\"): "));
        exception.Message.Should().NotContain("5ecret");
    }

    [Test]
    public void Null_is_refused()
    {
        var services = new ServiceCollection();

        services.Invoking(target => target.AddMobbex((Action<MobbexOptions>)null!)).Should().Throw<ArgumentNullException>();
        services.Invoking(target => target.AddMobbex((IConfiguration)null!)).Should().Throw<ArgumentNullException>();
    }
}
