using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.AuthorizeNet;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Providers.AuthorizeNet;

public sealed class AuthorizeNetWebhookVerifierTests : SecretWebhookVerifierContract
{
    private const string Header = "X-ANET-Signature";

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new AuthorizeNetWebhookSigner(secret, clock);

    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddAuthorizeNet(section);

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var verifier = WebhookProviders.CreateVerifier(
            PaymentProvider.AuthorizeNet, $$"""{"secrets":["{{vector.Secret("signatureKey")}}"]}""", new FixedClock(vector.Now));

        var verification = await verifier.VerifyAsync(vector.ToRequest());

        verification.Verdict.Should().Be(vector.Expectation switch
        {
            "valid" => WebhookVerdict.Verified,
            "invalid:signature" => WebhookVerdict.SignatureMismatch,
            "invalid:malformed-header" => WebhookVerdict.MalformedSignature,
            "invalid:missing-header" => WebhookVerdict.MissingSignature,
            var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
        });
    }

    [TestCase("sha512={0}", WebhookVerdict.Verified)]
    [TestCase("SHA512={0}", WebhookVerdict.Verified)]
    [TestCase(" sha512={0} ", WebhookVerdict.Verified)]
    [TestCase("sha512= {0}", WebhookVerdict.MalformedSignature)]
    [TestCase("sha512={0}0", WebhookVerdict.MalformedSignature)]
    [TestCase("sha512={0},sha512={0}", WebhookVerdict.MalformedSignature)]
    [TestCase("sha256={0}", WebhookVerdict.MalformedSignature)]
    [TestCase("sha512={0}\n", WebhookVerdict.MalformedSignature)]
    [TestCase("sha512=", WebhookVerdict.MalformedSignature)]
    public async Task The_header_is_the_scheme_and_128_digits(string form, WebhookVerdict expected)
    {
        var delivery = Delivery();
        var header = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, delivery.Headers[Header]["sha512=".Length..]);

        (await CreateVerifier(Secret).VerifyAsync(new(delivery.Body, [KeyValuePair.Create(Header, header)]))).Verdict.Should().Be(expected);
    }

    [TestCase("US")]
    [TestCase("USDT")]
    [TestCase("U$D")]
    [TestCase("ÜSD")]
    [TestCase("")]
    [TestCase(null)]
    public void A_currency_is_three_letters(string? currency)
    {
        var options = new AuthorizeNetWebhookOptions { Secrets = { Secret }, Currency = currency! };

        FluentActions.Invoking(() => new AuthorizeNetWebhookVerifier(options))
            .Should().Throw<OptionsValidationException>().WithMessage("*authorizenet*Currency*three letters*");
    }

    [Test]
    public void An_environment_is_one_that_exists()
    {
        var options = new AuthorizeNetWebhookOptions { Secrets = { Secret }, Environment = (AuthorizeNetEnvironment)7 };

        FluentActions.Invoking(() => new AuthorizeNetWebhookVerifier(options))
            .Should().Throw<OptionsValidationException>().WithMessage("*authorizenet*Environment*Live or Sandbox*");
    }

    [TestCase("live", false)]
    [TestCase("Sandbox", true)]
    [TestCase("sandbox", true)]
    [TestCase(null, false)]
    public async Task Configuration_names_environment_and_currency(string? environment, bool isTest)
    {
        var settings = Settings(Secret);
        settings["Currency"] = "cad";
        if (environment is not null)
        {
            settings["Environment"] = environment;
        }

        var payment = (await Host(settings).Verifier.VerifyAsync(Delivery().ToRequest())).EnsureVerified();

        payment.IsTest.Should().Be(isTest);
        payment.Should().BeOfType<PaymentEvent>().Which.Currency.Should().Be("CAD");
    }

    [Test]
    public void A_wrong_currency_fails_at_start_up()
    {
        var settings = Settings(Secret);
        settings["Currency"] = "dollar";

        Host(settings).Services.GetRequiredService<IStartupValidator>().Invoking(validator => validator.Validate())
            .Should().Throw<OptionsValidationException>().WithMessage("*Currency*");
    }

    [TestCase("\"environment\":\"sandbox\",\"currency\":\"EUR\"", true)]
    [TestCase("\"environment\":\"live\"", false)]
    public async Task Options_as_JSON_name_environment_and_currency(string members, bool isTest)
    {
        var verifier = WebhookProviders.CreateVerifier(PaymentProvider.AuthorizeNet, $$"""{"secrets":["{{Secret}}"],{{members}}}""");

        (await verifier.VerifyAsync(Delivery().ToRequest())).EnsureVerified().IsTest.Should().Be(isTest);
    }

    [TestCase("\"environment\":\"test\"")]
    [TestCase("\"environment\":1")]
    [TestCase("\"enviroment\":\"live\"")]
    public void Options_as_JSON_take_nothing_else(string members)
    {
        FluentActions.Invoking(() => WebhookProviders.CreateVerifier(
            PaymentProvider.AuthorizeNet, $$"""{"secrets":["{{Secret}}"],{{members}}}""")).Should().Throw<System.Text.Json.JsonException>();
    }

    [Test]
    public async Task A_second_account_has_its_own_key()
    {
        var services = new ServiceCollection();
        services.AddCoinMoebiusWebhooks()
            .AddAuthorizeNet(options => options.Secrets.Add(Secret))
            .AddAuthorizeNet("eu", options => options.Secrets.Add(OtherSecret));
        await using var provider = services.BuildServiceProvider();
        var verifiers = provider.GetRequiredService<IWebhookVerifiers>();

        var main = verifiers.Find(PaymentProvider.AuthorizeNet)!;
        var eu = verifiers.Find(PaymentProvider.AuthorizeNet, "eu")!;

        (await main.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();
        (await eu.VerifyAsync(Delivery().ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        (await eu.VerifyAsync(Delivery(OtherSecret).ToRequest())).IsVerified.Should().BeTrue();
    }

    private static IEnumerable<TestCaseData> Vectors() => Vector.Load("AuthorizeNet", "authorizenet.json");
}
