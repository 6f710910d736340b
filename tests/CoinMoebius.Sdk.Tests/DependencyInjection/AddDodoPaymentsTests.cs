using CoinMoebius.Sdk.Providers.DodoPayments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddDodoPaymentsTests
{
    private const string Path = "/customers/cus_1/customer-portal/session";
    private const string Answer = """{"link":"https://customer.dodopayments.com/session/t0ken"}""";

    [Test]
    public async Task Several_accounts_are_keyed_services_with_keys_of_their_own()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.Expect("https://live.dodopayments.com" + Path).WithHeaders("Authorization", "Bearer k1").Respond("application/json", Answer);
        http.Expect("https://test.dodopayments.com" + Path).WithHeaders("Authorization", "Bearer k2").Respond("application/json", Answer);
        http.Expect("https://live.dodopayments.com" + Path).WithHeaders("Authorization", "Bearer k3").Respond("application/json", Answer);
        services.AddDodoPayments(options => options.ApiKey = "k1").ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddDodoPayments("eu", Section(new() { ["ApiKey"] = "k2", ["Environment"] = "Test" })).ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddDodoPayments("us", options => options.ApiKey = "k3").ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<IDodoPaymentsClient>().CreatePortalSessionAsync("cus_1");
        await provider.GetRequiredKeyedService<IDodoPaymentsClient>("eu").CreatePortalSessionAsync("cus_1");
        await provider.GetRequiredKeyedService<IDodoPaymentsClient>("us").CreatePortalSessionAsync("cus_1");

        http.VerifyNoOutstandingExpectation();
        provider.GetRequiredService<IDodoPaymentsClient>().Should().BeSameAs(provider.GetRequiredService<IDodoPaymentsClient>());
    }

    [Test]
    public void A_section_binds_every_option()
    {
        var services = new ServiceCollection();
        services.AddDodoPayments(Section(new()
        {
            ["ApiKey"] = "k",
            ["Environment"] = "Test",
            ["BaseAddress"] = "http://localhost:5005",
            ["MaxRetries"] = "1",
        }));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IOptions<DodoPaymentsOptions>>().Value.Should().BeEquivalentTo(new DodoPaymentsOptions
        {
            ApiKey = "k",
            Environment = DodoPaymentsEnvironment.Test,
            BaseAddress = new("http://localhost:5005"),
            MaxRetries = 1,
        });
    }

    [Test]
    public async Task Bad_options_stop_the_host_at_its_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddDodoPayments("eu", options => options.ApiKey = "5ecret 5ecret");
        using var host = builder.Build();

        var exception = (await host.Awaiting(started => started.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which;

        exception.Failures.Should().ContainSingle().Which.Should().StartWith("DodoPayments (client \"eu\"): ApiKey");
        exception.Message.Should().NotContain("5ecret");
    }

    [Test]
    public void Null_is_refused()
    {
        var services = new ServiceCollection();

        services.Invoking(target => target.AddDodoPayments((Action<DodoPaymentsOptions>)null!)).Should().Throw<ArgumentNullException>();
        services.Invoking(target => target.AddDodoPayments((IConfiguration)null!)).Should().Throw<ArgumentNullException>();
    }
}
