using CoinMoebius.Sdk.Inqud;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.Tests.Providers.Inqud;

public sealed class InqudWebhookVerifierTests : SecretWebhookVerifierContract
{
    private const string Header = "X-Payload-Digest";

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new InqudWebhookSigner(secret, clock);

    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddInqud(section);

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var verifier = WebhookProviders.CreateVerifier(PaymentProvider.Inqud, $$"""{"secrets":["{{vector.Secret("webhookSecret")}}"]}""");

        var verification = await verifier.VerifyAsync(vector.ToRequest());

        verification.Verdict.Should().Be(vector.Expectation switch
        {
            "valid" when vector.Name == "authentic, not JSON" => WebhookVerdict.MalformedBody,
            "valid" => WebhookVerdict.Verified,
            "invalid:signature" => WebhookVerdict.SignatureMismatch,
            "invalid:malformed-header" => WebhookVerdict.MalformedSignature,
            "invalid:missing-header" => WebhookVerdict.MissingSignature,
            var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
        });
        if (vector.Json.TryGetProperty("event", out var expected))
        {
            verification.EnsureVerified().ShouldShow(expected.GetRawText());
        }
    }

    [TestCase("{0}", WebhookVerdict.Verified)]
    [TestCase(" {0} ", WebhookVerdict.Verified)]
    [TestCase("{0}0", WebhookVerdict.MalformedSignature)]
    [TestCase("{0},{0}", WebhookVerdict.MalformedSignature)]
    [TestCase("sha1={0}", WebhookVerdict.MalformedSignature)]
    [TestCase("{0}\n", WebhookVerdict.MalformedSignature)]
    public async Task The_header_is_40_digits(string form, WebhookVerdict expected)
    {
        var delivery = Delivery();
        var header = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, delivery.Headers[Header]);

        (await CreateVerifier(Secret).VerifyAsync(new(delivery.Body, [KeyValuePair.Create(Header, header)]))).Verdict.Should().Be(expected);
    }

    [Test]
    public async Task A_second_account_has_its_own_secret()
    {
        var services = new ServiceCollection();
        services.AddCoinMoebiusWebhooks()
            .AddInqud(options => options.Secrets.Add(Secret))
            .AddInqud("eu", options => options.Secrets.Add(OtherSecret));
        await using var provider = services.BuildServiceProvider();
        var verifiers = provider.GetRequiredService<IWebhookVerifiers>();

        var main = verifiers.Find(PaymentProvider.Inqud)!;
        var eu = verifiers.Find(PaymentProvider.Inqud, "eu")!;

        (await main.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();
        (await eu.VerifyAsync(Delivery().ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        (await eu.VerifyAsync(Delivery(OtherSecret).ToRequest())).IsVerified.Should().BeTrue();
    }

    [Test]
    public void Options_as_JSON_take_nothing_else() =>
        FluentActions.Invoking(() => WebhookProviders.CreateVerifier(
            PaymentProvider.Inqud, $$"""{"secrets":["{{Secret}}"],"tolerance":"00:05:00"}""")).Should().Throw<System.Text.Json.JsonException>();

    [Test]
    public async Task A_verifier_without_a_container_reads_its_options_at_each_delivery()
    {
        var options = new InqudWebhookOptions { Secrets = { OtherSecret } };
        var verifier = new InqudWebhookVerifier(options);
        (await verifier.VerifyAsync(Delivery().ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);

        options.Secrets.Add(Secret);

        (await verifier.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();
    }

    private static IEnumerable<TestCaseData> Vectors() => Vector.Load("Inqud", "inqud.json");
}
