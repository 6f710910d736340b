using CoinMoebius.Sdk.Inqud;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;
using By = CoinMoebius.Sdk.InqudServiceCollectionExtensions;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddInqudTests : ClientRegistrationContract<IInqudClient, InqudOptions>
{
    private const string Request = "https://api.inqud.com/v1/user/crypto-acquiring/requests/CAPD-1";
    private const string Answer = """{"id":"CAPD-1","status":"SUCCESS"}""";

    private protected override ClientForms<InqudOptions> Add => new(By.AddInqudClient, By.AddInqudClient, By.AddInqudClient, By.AddInqudClient);

    private protected override string Name => "Inqud";

    private protected override Dictionary<string, string?> Values => new()
    {
        ["TokenId"] = "TKN-1",
        ["TokenSecret"] = "s",
        ["Authentication"] = "PlainSecret",
        ["ProjectId"] = "CAP-1",
        ["OnRampProjectId"] = "ORP-1",
        ["CheckoutPath"] = "v1/checkouts/{checkoutId}",
    };

    private protected override string[] Problems => ["TokenId", "TokenSecret"];

    [Test]
    public async Task Several_accounts_are_keyed_services_with_tokens_of_their_own()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.Expect(Request).WithHeaders("X-Token-API-Id", "TKN-1").WithHeaders("X-Token-API-Secret", "s1").Respond("application/json", Answer);
        http.Expect(Request).WithHeaders("X-Token-API-Id", "TKN-2").With(request => !request.Headers.Contains("X-Token-API-Secret"))
            .With(request => request.Headers.Contains("X-HMAC-SHA256-Signature")).Respond("application/json", Answer);
        services.AddInqudClient(options => (options.TokenId, options.TokenSecret, options.Authentication) = ("TKN-1", "s1", InqudAuthentication.PlainSecret))
            .ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddInqudClient("eu", Section(new() { ["TokenId"] = "TKN-2", ["TokenSecret"] = "s2" })).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        (await provider.GetRequiredService<IInqudClient>().GetRequestAsync("CAPD-1")).Status.IsPaid.Should().BeTrue();
        await provider.GetRequiredKeyedService<IInqudClient>("eu").GetRequestAsync("CAPD-1");

        http.VerifyNoOutstandingExpectation();
    }

    private protected override void Set(InqudOptions options)
    {
        options.TokenId = "TKN-1";
        options.TokenSecret = "s";
        options.Authentication = InqudAuthentication.PlainSecret;
        options.ProjectId = "CAP-1";
        options.OnRampProjectId = "ORP-1";
        options.CheckoutPath = "v1/checkouts/{checkoutId}";
    }

    private protected override void Spoil(InqudOptions options) => options.TokenSecret = "5ecret 5ecret";
}
