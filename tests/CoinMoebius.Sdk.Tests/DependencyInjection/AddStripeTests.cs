using CoinMoebius.Sdk.Providers.Stripe;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;
using By = CoinMoebius.Sdk.StripeServiceCollectionExtensions;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddStripeTests : ClientRegistrationContract<IStripePortalClient, StripePortalOptions>
{
    private const string Answer = """{"id":"bps_1","url":"https://billing.stripe.com/p/session/1"}""";

    private protected override ClientForms<StripePortalOptions> Add => new(By.AddStripePortalClient, By.AddStripePortalClient, By.AddStripePortalClient, By.AddStripePortalClient);

    private protected override string Name => "StripePortal";

    private protected override Dictionary<string, string?> Values => new() { ["ApiKey"] = "sk_test_1", ["ApiVersion"] = "2025-04-30.basil" };

    private protected override string[] Problems => ["ApiKey is a publishable key"];

    [Test]
    public async Task Several_accounts_are_keyed_services_with_keys_of_their_own()
    {
        var services = new ServiceCollection();
        using var http = new MockHttpMessageHandler();
        http.Expect("https://api.stripe.com/v1/billing_portal/sessions").WithHeaders("Authorization", "Bearer sk_test_1").Respond("application/json", Answer);
        http.Expect("https://api.stripe.com/v1/billing_portal/sessions").WithHeaders("Authorization", "Bearer rk_test_2").Respond("application/json", Answer);
        services.AddStripePortalClient(options => options.ApiKey = "sk_test_1").ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddStripePortalClient("eu", Section(new() { ["ApiKey"] = "rk_test_2" })).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        var session = await provider.GetRequiredService<IStripePortalClient>().CreatePortalSessionAsync(new() { Customer = "cus_1" });
        await provider.GetRequiredKeyedService<IStripePortalClient>("eu").CreatePortalSessionAsync(new() { Customer = "cus_1" });

        session.Url.Should().Be(new Uri("https://billing.stripe.com/p/session/1"));
        http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public void The_client_and_the_webhooks_have_options_of_their_own()
    {
        var services = new ServiceCollection();
        services.AddStripePortalClient(options => options.ApiKey = "sk_test_1");
        services.AddCoinMoebiusWebhooks().AddStripe(options => options.Secrets.Add("whsec_of_the_test"));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Invoking(validator => validator.Validate()).Should().NotThrow();
        provider.GetRequiredService<IOptions<StripeWebhookOptions>>().Value.Secrets.Should().Equal("whsec_of_the_test");
    }

    private protected override void Set(StripePortalOptions options)
    {
        options.ApiKey = "sk_test_1";
        options.ApiVersion = "2025-04-30.basil";
    }

    private protected override void Spoil(StripePortalOptions options) => options.ApiKey = "pk_live_5ecret";
}
