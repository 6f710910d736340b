using System.Security.Cryptography;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness;
using CoinMoebius.Sdk.Tests.Providers.CoinbaseBusiness;
using CoinMoebius.Sdk.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddCoinbaseBusinessTests
{
    private const string Request = "https://api.cdp.coinbase.com/platform/v2/data/webhooks/subscriptions/sub-1";
    private const string Answer = """{"subscriptionId":"sub-1"}""";

    [Test]
    public async Task Several_accounts_are_keyed_services_with_keys_of_their_own()
    {
        using var first = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var second = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var http = new MockHttpMessageHandler();
        http.Expect(Request).With(request => Claims(request, first) == ("key-1", FixedClock.Epoch)).Respond("application/json", Answer);
        http.Expect(Request).With(request => Claims(request, second) == ("key-2", FixedClock.Epoch)).Respond("application/json", Answer);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FixedClock());
        services.AddCoinbaseBusiness(options =>
        {
            options.KeyId = "key-1";
            options.UseSigningKey(first);
        }).ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddCoinbaseBusiness("eu", Section(new() { ["KeyId"] = "key-2" })).ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddCoinbaseBusiness("eu", options => options.UseSigningKey(second));
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<ICoinbaseBusinessClient>().GetWebhookSubscriptionAsync("sub-1");
        await provider.GetRequiredKeyedService<ICoinbaseBusinessClient>("eu").GetWebhookSubscriptionAsync("sub-1");

        http.VerifyNoOutstandingExpectation();
        provider.GetRequiredService<ICoinbaseBusinessClient>().Should().BeSameAs(provider.GetRequiredService<ICoinbaseBusinessClient>());
    }

    [Test]
    public void A_section_binds_every_option()
    {
        var bound = new CoinbaseBusinessOptions();
        var services = new ServiceCollection();
        services.AddCoinbaseBusiness(Section(new()
        {
            ["KeyId"] = "key-1",
            ["PrivateKey"] = "pem",
            ["BaseAddress"] = "http://localhost:5005",
            ["TotalTimeout"] = "00:00:20",
        }));
        using var provider = services.BuildServiceProvider();

        foreach (var configure in provider.GetServices<IConfigureOptions<CoinbaseBusinessOptions>>())
        {
            configure.Configure(bound);
        }

        bound.Should().BeEquivalentTo(new CoinbaseBusinessOptions
        {
            KeyId = "key-1",
            PrivateKey = "pem",
            BaseAddress = new("http://localhost:5005"),
            TotalTimeout = TimeSpan.FromSeconds(20),
        });
    }

    [Test]
    public async Task Bad_options_stop_the_host_at_its_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCoinbaseBusiness("eu", options => options.KeyId = "5ecret 5ecret");
        using var host = builder.Build();

        var exception = (await host.Awaiting(started => started.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which;

        exception.Failures.Should().HaveCount(2).And.OnlyContain(failure => failure.StartsWith("CoinbaseBusiness (client \"eu\"): "));
        exception.Message.Should().NotContain("5ecret");
    }

    [Test]
    public void Null_is_refused()
    {
        var services = new ServiceCollection();

        services.Invoking(target => target.AddCoinbaseBusiness((Action<CoinbaseBusinessOptions>)null!)).Should().Throw<ArgumentNullException>();
        services.Invoking(target => target.AddCoinbaseBusiness((IConfiguration)null!)).Should().Throw<ArgumentNullException>();
    }

    private static (string? Subject, DateTimeOffset IssuedAt) Claims(HttpRequestMessage request, ECDsa key)
    {
        var claims = CoinbaseBusinessToken.Of(request, key).Claims;
        return (claims.GetProperty("sub").GetString(), DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("iat").GetInt64()));
    }
}
