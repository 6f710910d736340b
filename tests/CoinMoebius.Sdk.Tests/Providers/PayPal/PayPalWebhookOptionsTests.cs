using System.Text.Json;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Providers.PayPal;

public sealed class PayPalWebhookOptionsTests
{
    private const string ClientSecret = "EFs3cret-of-the-app";

    [Test]
    public void The_defaults_are_live_local_and_four_days()
    {
        var options = new PayPalWebhookOptions();

        options.Environment.Should().Be(PayPalEnvironment.Live);
        options.Mode.Should().Be(PayPalVerificationMode.LocalCertificate);
        options.MaximumAge.Should().Be(TimeSpan.FromDays(4));
    }

    [TestCase("", "WebhookId is empty")]
    [TestCase("  ", "WebhookId is empty")]
    [TestCase(null, "WebhookId is empty")]
    [TestCase("WEBHOOK_ID", "WEBHOOK_ID")]
    [TestCase("https://shop.example/webhooks/paypal", "not an id")]
    [TestCase("8PT597110X687430L ", "not an id")]
    [TestCase("a|b", "not an id")]
    public void A_webhook_id_that_cannot_be_one_is_refused(string? id, string message) =>
        Invalid(new PayPalWebhookOptions { WebhookId = id! }).Should().Contain("paypal").And.Contain(message);

    [Test]
    public void The_simulators_id_is_for_the_sandbox() =>
        FluentActions.Invoking(() => new PayPalWebhookVerifier(new PayPalWebhookOptions { WebhookId = "WEBHOOK_ID", Environment = PayPalEnvironment.Sandbox }))
            .Should().NotThrow();

    [Test]
    public void Each_fault_has_its_sentence()
    {
        var options = Valid();
        options.Environment = (PayPalEnvironment)7;
        options.Mode = (PayPalVerificationMode)7;
        options.MaximumAge = TimeSpan.Zero;
        options.TrustedRoots.Add("not a certificate");
        options.Certificates["https"] = null!;
        ((WebhookOptions)options).Secrets.Add("whsec_123456");

        Invalid(options).Should().ContainAll("Environment", "Mode", "MaximumAge", "TrustedRoots[0]", "Certificates[\"https\"]", "no signing secret")
            .And.NotContain("whsec_123456");
    }

    [Test]
    public void The_postback_needs_credentials()
    {
        var options = Valid();
        options.Mode = PayPalVerificationMode.Postback;

        Invalid(options).Should().ContainAll("ClientId", "ClientSecret");

        options.ClientSecret = ClientSecret;
        Invalid(options).Should().Contain("ClientId").And.NotContain(ClientSecret);
        options.ToString().Should().Be(nameof(PayPalWebhookOptions));
    }

    [TestCase("sandbox", "postback")]
    [TestCase("Sandbox", "Postback")]
    [TestCase("SANDBOX", "POSTBACK")]
    public void Options_come_from_JSON(string environment, string mode)
    {
        var options = Read($$"""
            {"webhookId":"8PT597110X687430L","environment":"{{environment}}","mode":"{{mode}}","clientId":"client","clientSecret":"{{ClientSecret}}",
             "maximumAge":"1.00:00:00","trustedRoots":["a","b"],"certificates":{"https://api.paypal.com/v1/notifications/certs/CERT-1":"c"} }
            """);

        options.WebhookId.Should().Be("8PT597110X687430L");
        options.Environment.Should().Be(PayPalEnvironment.Sandbox);
        options.Mode.Should().Be(PayPalVerificationMode.Postback);
        options.ClientId.Should().Be("client");
        options.ClientSecret.Should().Be(ClientSecret);
        options.MaximumAge.Should().Be(TimeSpan.FromDays(1));
        options.TrustedRoots.Should().Equal("a", "b");
        options.Certificates.Should().ContainKey("https://api.paypal.com/v1/notifications/certs/CERT-1").WhoseValue.Should().Be("c");
        Read("""{"environment":"live","mode":"localCertificate"}""").Mode.Should().Be(PayPalVerificationMode.LocalCertificate);
    }

    [TestCase("""{"webhookID":"x"}""")]
    [TestCase("""{"environment":"production"}""")]
    [TestCase("""{"mode":"none"}""")]
    public void JSON_that_says_something_else_is_refused(string json) =>
        FluentActions.Invoking(() => Read(json)).Should().Throw<JsonException>();

    [Test]
    public async Task Options_come_from_configuration()
    {
        var certificate = PayPalTestCertificate.Shared;
        var configuration = Configuration(new()
        {
            ["WebhookId"] = "8PT597110X687430L",
            ["Environment"] = "sandbox",
            ["Mode"] = "localCertificate",
            ["MaximumAge"] = "2.00:00:00",
            ["TrustedRoots:0"] = certificate.RootPem,
            ["Certificates:" + certificate.Url.Segments[^1]] = certificate.Pem,
        });
        await using var services = Remembering().AddCoinMoebiusWebhooks().AddPayPal(configuration).Services.BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();
        var options = services.GetRequiredService<IOptionsMonitor<PayPalWebhookOptions>>().CurrentValue;
        options.Environment.Should().Be(PayPalEnvironment.Sandbox);
        options.MaximumAge.Should().Be(TimeSpan.FromDays(2));
        options.TrustedRoots.Should().Equal(certificate.RootPem);
        options.Certificates.Should().HaveCount(1);
    }

    [Test]
    public async Task Accounts_stand_side_by_side_whichever_way_they_are_configured()
    {
        await using var services = Remembering().AddCoinMoebiusWebhooks()
            .AddPayPal(options => options.WebhookId = "1PT597110X687430L")
            .AddPayPal("eu", options => options.WebhookId = "2PT597110X687430L")
            .AddPayPal("us", Configuration(new() { ["WebhookId"] = "3PT597110X687430L" }))
            .Services.BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        var verifiers = services.GetRequiredService<IWebhookVerifiers>();
        var options = services.GetRequiredService<IOptionsMonitor<PayPalWebhookOptions>>();

        foreach (var (account, id) in new[] { ("", "1PT597110X687430L"), ("eu", "2PT597110X687430L"), ("us", "3PT597110X687430L") })
        {
            verifiers.Find(PaymentProvider.PayPal, account).Should().BeOfType<PayPalWebhookVerifier>();
            options.Get(account).WebhookId.Should().Be(id);
        }
    }

    [Test]
    public async Task The_container_hands_out_a_client_that_follows_no_redirects()
    {
        await using var services = new ServiceCollection().AddCoinMoebiusWebhooks()
            .AddPayPal(options => options.WebhookId = "1PT597110X687430L").Services.BuildServiceProvider();
        var handler = services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(PayPalWebhookVerifier.HttpClientName);

        handler.FollowsRedirects().Should().BeFalse();
    }

    /// <summary>As an application with a durable inbox, without which the local mode does not start.</summary>
    private static IServiceCollection Remembering() => new ServiceCollection().AddSingleton<IWebhookDeliveryMemory>(new StubDeliveryMemory());

    private static PayPalWebhookOptions Valid() => new() { WebhookId = "8PT597110X687430L" };

    private static PayPalWebhookOptions Read(string json) =>
        JsonSerializer.Deserialize(json, PayPalWebhookOptionsJson.Default.PayPalWebhookOptions)!;

    private static string Invalid(PayPalWebhookOptions options) =>
        FluentActions.Invoking(() => new PayPalWebhookVerifier(options)).Should().Throw<OptionsValidationException>().Which.Message;

    private static IConfiguration Configuration(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
