using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Providers.Stripe;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Webhooks;

/// <summary>One rule for the secrets of all providers: whoever can guess one signs what he likes.</summary>
public sealed class WeakSecretTests
{
    private static readonly Dictionary<string, Action<IWebhooksBuilder, IConfiguration>> Providers = new(StringComparer.Ordinal)
    {
        ["stripe"] = (to, section) => to.AddStripe(section),
        ["square"] = (to, section) => to.AddSquare(section),
        ["authorizenet"] = (to, section) => to.AddAuthorizeNet(section),
        ["nowpayments"] = (to, section) => to.AddNowPayments(section),
        ["coinbase-business"] = (to, section) => to.AddCoinbaseBusiness(section),
        ["cryptomus"] = (to, section) => to.AddCryptomus(section),
        ["dodopayments"] = (to, section) => to.AddDodoPayments(section),
        ["makepay"] = (to, section) => to.AddMakePay(section),
        ["monero"] = (to, section) => to.AddMonero(section),
        ["inqud"] = (to, section) => to.AddInqud(section),
        ["coinflow"] = (to, section) => to.AddCoinflow(section),
        ["moneybutton"] = (to, section) => to.AddMoneyButton(section),
        ["mobbex"] = (to, section) => to.AddMobbex(section),
        ["polar"] = (to, section) => to.AddStandardWebhooks(new PaymentProvider("polar"), section),
    };

    private static IEnumerable<string> Names => Providers.Keys;

    // Any provider may have it: base64 of 24 bytes.
    private const string Good = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [Test]
    public void The_start_fails_for_a_secret_that_anybody_guesses(
        [ValueSource(nameof(Names))] string provider,
        [Values(
            "whsec_", "whsec_AA", "whsec_AAA=", "whsec_\u2026", "whsec_...", "12345", "aaaaa", "admin", "abcde", "<your-ipn-secret>", "your-secret-goes-here",
            "YOUR_WEBHOOK_SECRET_KEY", "yoursigningsecretfromthedashboard", "changeme", "change-me-please-now", "replace_with_your_secret", "xxx",
            "whsec_xxxxxxxxxxxxxxxxxxxxxxxx", "password", "{{STRIPE_SECRET}}", "${STRIPE_WEBHOOK_SECRET}", "shortone")] string secret)
    {
        Starting(provider, secret).Should().Throw<OptionsValidationException>()
            .WithMessage($"*{provider} webhooks: Secrets[0] (configuration key Shop:Hooks:Secrets:0) *");
    }

    [Test]
    public void The_start_fails_for_white_space_inside_and_the_message_names_it([ValueSource(nameof(Names))] string provider)
    {
        Starting(provider, "whsec_MfKQ9r8G KYqrTwjUPD8ILPZIo2LaLaSw").Should().Throw<OptionsValidationException>().WithMessage("*white space inside (U+0020 at character 15)*");
        Starting(provider, "whsec_MfKQ9r8G\nKYqrTwjUPD8ILPZIo2LaLaSw").Should().Throw<OptionsValidationException>().WithMessage("*U+000A*");
        Starting(provider, "whsec_MfKQ9r8G\u200BKYqrTwjUPD8ILPZIo2LaLaSw").Should().Throw<OptionsValidationException>().WithMessage("*U+200B*");
    }

    [Test]
    public void White_space_at_both_ends_is_taken_off([ValueSource(nameof(Names))] string provider)
    {
        Starting(provider, $" \t{Good}\r\n").Should().NotThrow();
        Starting(provider, $"\uFEFF{Good}\u200B").Should().NotThrow();

        var options = new StripeWebhookOptions { Secrets = { $"{Good}\n" } };
        options.Secrets[0].Should().Be(Good);
        options.Secrets[0] = " another ";
        options.Secrets[0].Should().Be("another");
    }

    [Test]
    public void No_message_has_the_secret_in_it([ValueSource(nameof(Names))] string provider, [Values("hunter2", "whsec_hunter2", "hunter2 hunter2 hunter2")] string secret)
    {
        Starting(provider, secret).Should().Throw<OptionsValidationException>().Which.Message.Should().NotContain("hunter2");
    }

    [Test]
    public void A_verifier_without_a_container_and_an_address_of_Mobbex_take_none_either([Values("whsec_AA", "changeme", "shortone")] string secret)
    {
        FluentActions.Invoking(() => new StripeWebhookVerifier(new StripeWebhookOptions { Secrets = { secret } })).Should().Throw<OptionsValidationException>();
        FluentActions.Invoking(() => MobbexWebhookUrl.Create(new("https://shop.example/"), secret, "order-1"))
            .Should().Throw<ArgumentException>().Which.Message.Should().NotContain(secret);
    }

    [Test]
    public void A_secret_that_is_changed_is_checked_again()
    {
        var options = new StripeWebhookOptions { Secrets = { Good } };
        var verifier = new StripeWebhookVerifier(options);
        var request = new WebhookRequest("{}"u8.ToArray(), [KeyValuePair.Create("Stripe-Signature", "t=1,v1=" + new string('a', 64))]);

        verifier.Invoking(it => it.VerifyAsync(request).AsTask().Wait()).Should().NotThrow();
        options.Secrets[0] = "changeme";
        verifier.Invoking(it => it.VerifyAsync(request).AsTask().GetAwaiter().GetResult()).Should().Throw<OptionsValidationException>();
    }

    // A tool verifies published cases with short keys, and lets nothing in. What everybody guesses, it does not take either.
    [TestCase("standardwebhooks", "whsec_AA")]
    [TestCase("standardwebhooks", "whsec_AAA=")]
    [TestCase("standardwebhooks", "AAAAA")]
    [TestCase("dodopayments", "whsec_QQ==")]
    [TestCase("stripe", "whsec_")]
    [TestCase("stripe", "whsec_\u2026")]
    [TestCase("makepay", "12345")]
    [TestCase("moneybutton", "aaaaa")]
    [TestCase("coinflow", "admin")]
    [TestCase("nowpayments", "<your-ipn-secret>")]
    [TestCase("mobbex", "abcde")]
    public async Task A_tool_takes_no_placeholder(string provider, string secret)
    {
        var options = new JsonObject { ["secrets"] = new JsonArray(secret) };
        if (provider == "mobbex")
        {
            options["confirmation"] = "tokenOnly";
        }

        var verifier = WebhookProviders.CreateVerifier(new(provider), options.ToJsonString());
        var request = new WebhookRequest(
            """{"secret":"x"}"""u8.ToArray(),
            [
                KeyValuePair.Create("Stripe-Signature", "t=1,v1=" + new string('a', 64)), KeyValuePair.Create("X-MakePay-Signature", "t=1,v1=" + new string('a', 64)),
                KeyValuePair.Create("Coinflow-Signature", "t=1,v1=" + new string('a', 64)), KeyValuePair.Create("x-nowpayments-sig", new string('a', 128)),
                KeyValuePair.Create("webhook-id", "a"), KeyValuePair.Create("webhook-timestamp", "1"),
                KeyValuePair.Create("webhook-signature", "v1," + Convert.ToBase64String(new byte[32])),
            ],
            new Uri("https://x/?cm_token=" + new string('A', 43)));

        await verifier.Awaiting(it => it.VerifyAsync(request).AsTask()).Should().ThrowAsync<OptionsValidationException>();
    }

    private static Action Starting(string provider, string secret)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Shop:Hooks:Secrets:0"] = secret,
            ["Shop:Hooks:NotificationUrl"] = provider == "square" ? "https://shop.example/webhooks/square" : null,
            ["Shop:Hooks:Confirmation"] = provider == "mobbex" ? "TokenOnly" : null,
        }.Where(pair => pair.Value is not null)).Build();
        var services = new ServiceCollection();
        Providers[provider](services.AddCoinMoebiusWebhooks(), configuration.GetSection("Shop:Hooks"));
        return () => services.BuildServiceProvider().GetRequiredService<IStartupValidator>().Validate();
    }
}
