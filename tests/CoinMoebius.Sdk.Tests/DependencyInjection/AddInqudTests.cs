using CoinMoebius.Sdk.Providers.Inqud;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddInqudTests
{
    private const string Request = "https://api.inqud.com/v1/user/crypto-acquiring/requests/CAPD-1";
    private const string Answer = """{"id":"CAPD-1","status":"SUCCESS"}""";

    [Test]
    public async Task Several_accounts_are_keyed_services_with_tokens_of_their_own()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.Expect(Request).WithHeaders("X-Token-API-Id", "TKN-1").WithHeaders("X-Token-API-Secret", "s1").Respond("application/json", Answer);
        http.Expect(Request).WithHeaders("X-Token-API-Id", "TKN-2").With(request => !request.Headers.Contains("X-Token-API-Secret"))
            .With(request => request.Headers.Contains("X-HMAC-SHA256-Signature")).Respond("application/json", Answer);
        services.AddInqud(options => (options.TokenId, options.TokenSecret, options.Authentication) = ("TKN-1", "s1", InqudAuthentication.PlainSecret))
            .ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddInqud("eu", Section(new() { ["TokenId"] = "TKN-2", ["TokenSecret"] = "s2" })).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        (await provider.GetRequiredService<IInqudClient>().GetRequestAsync("CAPD-1")).Status.IsPaid.Should().BeTrue();
        await provider.GetRequiredKeyedService<IInqudClient>("eu").GetRequestAsync("CAPD-1");

        http.VerifyNoOutstandingExpectation();
        provider.GetRequiredService<IInqudClient>().Should().BeSameAs(provider.GetRequiredService<IInqudClient>());
    }

    [Test]
    public void A_section_binds_every_option()
    {
        var services = new ServiceCollection();
        services.AddInqud(Section(new()
        {
            ["TokenId"] = "TKN-1",
            ["TokenSecret"] = "s",
            ["Authentication"] = "PlainSecret",
            ["ProjectId"] = "CAP-1",
            ["OnRampProjectId"] = "ORP-1",
            ["CheckoutPath"] = "v1/user/crypto-acquiring/checkouts/{checkoutId}",
            ["BaseAddress"] = "http://localhost:5005",
            ["PollInterval"] = "00:00:05",
        }));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IOptions<InqudOptions>>().Value.Should().BeEquivalentTo(new InqudOptions
        {
            TokenId = "TKN-1",
            TokenSecret = "s",
            Authentication = InqudAuthentication.PlainSecret,
            ProjectId = "CAP-1",
            OnRampProjectId = "ORP-1",
            CheckoutPath = "v1/user/crypto-acquiring/checkouts/{checkoutId}",
            BaseAddress = new("http://localhost:5005"),
            PollInterval = TimeSpan.FromSeconds(5),
        });
    }

    [Test]
    public async Task Bad_options_stop_the_host_at_its_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddInqud("eu", options => options.TokenSecret = "5ecret 5ecret");
        using var host = builder.Build();

        var exception = (await host.Awaiting(started => started.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which;

        exception.Failures.Should().HaveCount(2).And.OnlyContain(failure => failure.StartsWith("Inqud (client \"eu\"): Token"));
        exception.Message.Should().NotContain("5ecret");
    }

    [Test]
    public void Null_is_refused()
    {
        var services = new ServiceCollection();

        services.Invoking(target => target.AddInqud((Action<InqudOptions>)null!)).Should().Throw<ArgumentNullException>();
        services.Invoking(target => target.AddInqud((IConfiguration)null!)).Should().Throw<ArgumentNullException>();
    }
}
