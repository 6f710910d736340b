using CoinMoebius.Sdk.Providers.Cryptomus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddCryptomusTests
{
    private const string Services = "https://api.cryptomus.com/v1/payment/services";
    private const string Answer = """{"state":0,"result":[]}""";

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

        services.AddCryptomus(options => (options.MerchantId, options.PaymentApiKey) = ("m-1", "key-1")).ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddCryptomus("eu", Section(new() { ["MerchantId"] = "m-2", ["PaymentApiKey"] = "key-2" })).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<ICryptomusClient>().GetServicesAsync();
        await provider.GetRequiredKeyedService<ICryptomusClient>("eu").GetServicesAsync();

        http.VerifyNoOutstandingExpectation();
        signs.Should().HaveCount(2).And.OnlyHaveUniqueItems();
        provider.GetRequiredService<ICryptomusClient>().Should().BeSameAs(provider.GetRequiredService<ICryptomusClient>());
    }

    [Test]
    public void A_section_binds_every_option()
    {
        var services = new ServiceCollection();
        services.AddCryptomus(Section(new()
        {
            ["MerchantId"] = "m",
            ["PaymentApiKey"] = "k",
            ["BaseAddress"] = "http://localhost:5005",
            ["AttemptTimeout"] = "00:00:05",
        }));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IOptions<CryptomusOptions>>().Value.Should().BeEquivalentTo(new CryptomusOptions
        {
            MerchantId = "m",
            PaymentApiKey = "k",
            BaseAddress = new("http://localhost:5005"),
            AttemptTimeout = TimeSpan.FromSeconds(5),
        });
    }

    [Test]
    public async Task Bad_options_stop_the_host_at_its_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCryptomus("eu", options => options.PaymentApiKey = "5ecret 5ecret");
        using var host = builder.Build();

        var exception = (await host.Awaiting(started => started.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which;

        exception.Failures.Should().HaveCount(2).And.OnlyContain(failure => failure.StartsWith("Cryptomus (client \"eu\"): "));
        exception.Message.Should().NotContain("5ecret");
    }

    [Test]
    public void Null_is_refused()
    {
        var services = new ServiceCollection();

        services.Invoking(target => target.AddCryptomus((Action<CryptomusOptions>)null!)).Should().Throw<ArgumentNullException>();
        services.Invoking(target => target.AddCryptomus((IConfiguration)null!)).Should().Throw<ArgumentNullException>();
    }
}
