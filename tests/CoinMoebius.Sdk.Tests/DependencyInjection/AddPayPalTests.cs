using CoinMoebius.Sdk.Providers.PayPal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddPayPalTests
{
    [Test]
    public async Task Several_accounts_are_keyed_services_with_tokens_of_their_own()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.Expect("https://api-m.paypal.com/v1/oauth2/token").Respond("application/json", """{"access_token":"live","expires_in":3600}""");
        http.Expect("https://api-m.sandbox.paypal.com/v1/oauth2/token").Respond("application/json", """{"access_token":"sandbox","expires_in":3600}""");
        services.AddPayPal(options => (options.ClientId, options.ClientSecret) = ("c1", "s1")).ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddPayPal("test", Section(new() { ["ClientId"] = "c2", ["ClientSecret"] = "s2", ["Environment"] = "sandbox" })).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        for (var i = 0; i < 2; i++)
        {
            (await provider.GetRequiredService<IPayPalClient>().GetAccessTokenAsync()).Value.Should().Be("live");
            (await provider.GetRequiredKeyedService<IPayPalClient>("test").GetAccessTokenAsync()).Value.Should().Be("sandbox");
        }

        http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public void The_other_two_forms_configure_the_same_options()
    {
        var services = new ServiceCollection();
        services.AddPayPal(Section(new() { ["ClientId"] = "c", ["ClientSecret"] = "s", ["BaseAddress"] = "http://localhost:5005", ["Environment"] = "Sandbox" }));
        services.AddPayPal("eu", options => (options.ClientId, options.ClientSecret) = ("c2", "s2"));
        using var provider = services.BuildServiceProvider();
        var monitor = provider.GetRequiredService<IOptionsMonitor<PayPalOptions>>();

        monitor.CurrentValue.Should().BeEquivalentTo(
            new PayPalOptions { ClientId = "c", ClientSecret = "s", BaseAddress = new("http://localhost:5005"), Environment = PayPalEnvironment.Sandbox });
        monitor.Get("eu").ClientId.Should().Be("c2");
        provider.GetRequiredKeyedService<IPayPalClient>("eu").Should().NotBeNull();
    }

    [Test]
    public async Task Bad_options_stop_the_host_at_its_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddPayPal("eu", options => options.ClientSecret = "5ecret 5ecret");
        using var host = builder.Build();

        var exception = (await host.Awaiting(started => started.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which;

        exception.Failures.Should().HaveCount(2).And.OnlyContain(failure => failure.StartsWith("PayPal (client \"eu\"): Client"));
        exception.Message.Should().NotContain("5ecret");
    }

    [Test]
    public void Null_is_refused()
    {
        var services = new ServiceCollection();

        services.Invoking(target => target.AddPayPal((Action<PayPalOptions>)null!)).Should().Throw<ArgumentNullException>();
        services.Invoking(target => target.AddPayPal((IConfiguration)null!)).Should().Throw<ArgumentNullException>();
    }
}
