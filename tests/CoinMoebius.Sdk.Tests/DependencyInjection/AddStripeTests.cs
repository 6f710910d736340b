using CoinMoebius.Sdk.Providers.Stripe;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddStripeTests
{
    private const string Answer = """{"id":"bps_1","url":"https://billing.stripe.com/p/session/1"}""";

    [Test]
    public async Task Several_accounts_are_keyed_services_with_keys_of_their_own()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.Expect("https://api.stripe.com/v1/billing_portal/sessions").WithHeaders("Authorization", "Bearer sk_test_1").Respond("application/json", Answer);
        http.Expect("https://api.stripe.com/v1/billing_portal/sessions").WithHeaders("Authorization", "Bearer rk_test_2").Respond("application/json", Answer);
        services.AddStripe(options => options.ApiKey = "sk_test_1").ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddStripe("eu", Section(new() { ["ApiKey"] = "rk_test_2" })).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        var session = await provider.GetRequiredService<IStripeClient>().CreatePortalSessionAsync(new() { Customer = "cus_1" });
        await provider.GetRequiredKeyedService<IStripeClient>("eu").CreatePortalSessionAsync(new() { Customer = "cus_1" });

        session.Url.Should().Be(new Uri("https://billing.stripe.com/p/session/1"));
        http.VerifyNoOutstandingExpectation();
        provider.GetRequiredService<IStripeClient>().Should().BeSameAs(provider.GetRequiredService<IStripeClient>());
    }

    [Test]
    public void A_section_binds_every_option()
    {
        var services = new ServiceCollection();
        services.AddStripe(Section(new() { ["ApiKey"] = "sk_test_1", ["ApiVersion"] = "2025-04-30.basil", ["BaseAddress"] = "http://localhost:12111", ["MaxRetries"] = "1" }));
        services.AddStripe("eu", options => options.ApiKey = "sk_test_2");
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IOptions<StripeOptions>>().Value.Should().BeEquivalentTo(
            new StripeOptions { ApiKey = "sk_test_1", ApiVersion = "2025-04-30.basil", BaseAddress = new("http://localhost:12111"), MaxRetries = 1 });
        provider.GetRequiredService<IOptionsMonitor<StripeOptions>>().Get("eu").ApiKey.Should().Be("sk_test_2");
    }

    [Test]
    public async Task A_publishable_key_stops_the_host_at_its_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddStripe("eu", options => options.ApiKey = "pk_live_5ecret");
        using var host = builder.Build();

        var exception = (await host.Awaiting(started => started.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which;

        exception.Failures.Should().ContainSingle().Which.Should().StartWith("Stripe (client \"eu\"): ApiKey is a publishable key");
        exception.Message.Should().NotContain("5ecret");
    }

    [Test]
    public void The_client_and_the_webhooks_have_options_of_their_own()
    {
        var services = new ServiceCollection();
        services.AddStripe(options => options.ApiKey = "sk_test_1");
        services.AddCoinMoebiusWebhooks().AddStripe(options => options.Secrets.Add("whsec_test_1"));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Invoking(validator => validator.Validate()).Should().NotThrow();
        provider.GetRequiredService<IOptions<StripeWebhookOptions>>().Value.Secrets.Should().Equal("whsec_test_1");
    }

    [Test]
    public void Null_is_refused()
    {
        var services = new ServiceCollection();

        services.Invoking(target => target.AddStripe((Action<StripeOptions>)null!)).Should().Throw<ArgumentNullException>();
        services.Invoking(target => target.AddStripe((IConfiguration)null!)).Should().Throw<ArgumentNullException>();
    }
}
