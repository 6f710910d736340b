using System.Security.Cryptography;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness;
using CoinMoebius.Sdk.Tests.Providers.CoinbaseBusiness;
using CoinMoebius.Sdk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using static CoinMoebius.Sdk.Tests.Support.Configurations;
using By = CoinMoebius.Sdk.CoinbaseBusinessServiceCollectionExtensions;

namespace CoinMoebius.Sdk.Tests.DependencyInjection;

public sealed class AddCoinbaseBusinessTests : ClientRegistrationContract<ICoinbaseBusinessClient, CoinbaseBusinessOptions>
{
    private const string Request = "https://api.cdp.coinbase.com/platform/v2/data/webhooks/subscriptions/sub-1";
    private const string Answer = """{"subscriptionId":"sub-1"}""";

    private static readonly string Pem = NewKey();

    private protected override ClientForms<CoinbaseBusinessOptions> Add => new(By.AddCoinbaseBusinessClient, By.AddCoinbaseBusinessClient, By.AddCoinbaseBusinessClient, By.AddCoinbaseBusinessClient);

    private protected override string Name => "CoinbaseBusiness";

    private protected override Dictionary<string, string?> Values => new() { ["KeyId"] = "key-1", ["PrivateKey"] = Pem };

    private protected override string[] Problems => ["KeyId", "PrivateKey"];

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
        services.AddCoinbaseBusinessClient(options =>
        {
            options.KeyId = "key-1";
            options.UseSigningKey(first);
        }).ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddCoinbaseBusinessClient("eu", Section(new() { ["KeyId"] = "key-2" })).ConfigurePrimaryHttpMessageHandler(() => http);
        services.AddCoinbaseBusinessClient("eu", options => options.UseSigningKey(second));
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<ICoinbaseBusinessClient>().GetWebhookSubscriptionAsync("sub-1");
        await provider.GetRequiredKeyedService<ICoinbaseBusinessClient>("eu").GetWebhookSubscriptionAsync("sub-1");

        http.VerifyNoOutstandingExpectation();
    }

    private static (string? Subject, DateTimeOffset IssuedAt) Claims(HttpRequestMessage request, ECDsa key)
    {
        var claims = CoinbaseBusinessToken.Of(request, key).Claims;
        return (claims.GetProperty("sub").GetString(), DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("iat").GetInt64()));
    }

    private protected override void Set(CoinbaseBusinessOptions options)
    {
        options.KeyId = "key-1";
        options.PrivateKey = Pem;
    }

    private protected override void Spoil(CoinbaseBusinessOptions options) => options.KeyId = "5ecret 5ecret";

    private static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
