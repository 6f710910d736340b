using CoinMoebius.Sdk.Providers.NowPayments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddNowPaymentsTests
{
    private const string Answer = """{"payment_id":1,"payment_status":"finished"}""";

    [Test]
    public async Task Several_accounts_are_keyed_services_with_keys_and_hosts_of_their_own()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.Expect("https://api.nowpayments.io/v1/payment/1").WithHeaders("x-api-key", "k1").Respond("application/json", Answer);
        http.Expect("https://api-sandbox.nowpayments.io/v1/payment/1").WithHeaders("x-api-key", "k2").Respond("application/json", Answer);
        services.AddNowPayments(options => options.ApiKey = "k1").ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddNowPayments("eu", Section(new() { ["ApiKey"] = "k2", ["Environment"] = "Sandbox" })).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        (await provider.GetRequiredService<INowPaymentsClient>().GetPaymentAsync("1")).IsPaid.Should().BeTrue();
        await provider.GetRequiredKeyedService<INowPaymentsClient>("eu").GetPaymentAsync("1");

        http.VerifyNoOutstandingExpectation();
        provider.GetRequiredService<INowPaymentsClient>().Should().BeSameAs(provider.GetRequiredService<INowPaymentsClient>());
    }

    [Test]
    public void The_other_two_forms_configure_the_same_options()
    {
        var services = new ServiceCollection();
        services.AddNowPayments(Section(new() { ["ApiKey"] = "k", ["BaseAddress"] = "http://localhost:5005", ["Environment"] = "Sandbox", ["PollInterval"] = "00:00:05" }));
        services.AddNowPayments("eu", options => options.ApiKey = "k2");
        using var provider = services.BuildServiceProvider();
        var monitor = provider.GetRequiredService<IOptionsMonitor<NowPaymentsOptions>>();

        monitor.CurrentValue.Should().BeEquivalentTo(
            new NowPaymentsOptions { ApiKey = "k", BaseAddress = new("http://localhost:5005"), Environment = NowPaymentsEnvironment.Sandbox, PollInterval = TimeSpan.FromSeconds(5) });
        monitor.Get("eu").ApiKey.Should().Be("k2");
        provider.GetRequiredKeyedService<INowPaymentsClient>("eu").Should().NotBeNull();
    }

    [Test]
    public async Task Bad_options_stop_the_host_at_its_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddNowPayments("eu", options => options.ApiKey = "5ecret 5ecret");
        using var host = builder.Build();

        var exception = (await host.Awaiting(started => started.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which;

        exception.Failures.Should().ContainSingle().Which.Should().StartWith("NowPayments (client \"eu\"): ApiKey");
        exception.Message.Should().NotContain("5ecret");
    }

    [Test]
    public void Null_is_refused()
    {
        var services = new ServiceCollection();

        services.Invoking(target => target.AddNowPayments((Action<NowPaymentsOptions>)null!)).Should().Throw<ArgumentNullException>();
        services.Invoking(target => target.AddNowPayments((IConfiguration)null!)).Should().Throw<ArgumentNullException>();
    }
}
