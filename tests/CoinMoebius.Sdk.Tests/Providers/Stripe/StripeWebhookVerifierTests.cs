using CoinMoebius.Sdk.Providers.Stripe;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;

namespace CoinMoebius.Sdk.Tests.Providers.Stripe;

public sealed class StripeWebhookVerifierTests : SecretWebhookVerifierContract
{
    protected override TimeSpan? PastTolerance => TimeSpan.FromMinutes(5);

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new StripeWebhookSigner(secret, clock);

    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddStripe(section);

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var verifier = WebhookProviders.CreateVerifier(
            PaymentProvider.Stripe, $$"""{"secrets":["{{vector.Secret("webhookSecret")}}"]}""", new FixedClock(vector.Now));

        var verification = await verifier.VerifyAsync(vector.ToRequest());

        var isJson = vector.Body() is [(byte)'{', ..];
        verification.Verdict.Should().Be(vector.Expectation switch
        {
            "valid" when isJson => WebhookVerdict.Verified,
            "valid" => WebhookVerdict.MalformedBody,
            "invalid:signature" => WebhookVerdict.SignatureMismatch,
            "invalid:timestamp" => WebhookVerdict.TimestampOutOfTolerance,
            "invalid:malformed-header" => WebhookVerdict.MalformedSignature,
            "invalid:missing-header" or "invalid:no-v1-signature" => WebhookVerdict.MissingSignature,
            var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
        });
    }

    [Test]
    public async Task A_right_signature_far_down_the_header_counts_and_a_flood_of_them_is_malformed([Values(6, 7, 8, 100)] int wrong)
    {
        var delivery = Delivery();
        var genuine = delivery.Headers["Stripe-Signature"];
        var parts = genuine.Split(',');
        var flood = string.Join(',', Enumerable.Repeat("v1=" + new string('0', 64), wrong));

        var verification = await CreateVerifier(Secret).VerifyAsync(
            new(delivery.Body, [KeyValuePair.Create("stripe-signature", $"{parts[0]},{flood},{parts[1]}")]));

        verification.Verdict.Should().Be(wrong < 8 ? WebhookVerdict.Verified : WebhookVerdict.MalformedSignature);
    }

    [TestCase("t=+1778720661")]
    [TestCase("t= 1778720661")]
    [TestCase("t=1778720661.0")]
    [TestCase("t=1.7e9")]
    [TestCase("t=-1")]
    [TestCase("t=9999999999999")]
    [TestCase("t=999999999999")]
    [TestCase("t=1778720661,t=1778720661")]
    [TestCase("t=\u0661\u0667")]
    public async Task A_time_is_plain_digits_once(string time)
    {
        var verification = await CreateVerifier(Secret).VerifyAsync(
            new("{}"u8.ToArray(), [KeyValuePair.Create("Stripe-Signature", $"{time},v1={new string('0', 64)}")]));

        verification.Verdict.Should().Be(WebhookVerdict.MalformedSignature);
    }

    [Test]
    public void Options_without_a_container_are_checked_when_the_verifier_is_made()
    {
        var options = new StripeWebhookOptions();
        FluentActions.Invoking(() => new StripeWebhookVerifier(options))
            .Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage("*stripe*Secrets is empty*");

        options.Secrets.Add(Secret);
        options.Tolerance = TimeSpan.FromSeconds(-1);
        FluentActions.Invoking(() => new StripeWebhookVerifier(options))
            .Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage("*Tolerance*");
    }

    [Test]
    public async Task A_secret_in_other_words_of_the_same_length_is_refused_after_the_same_work()
    {
        var many = Enumerable.Range(0, 20).Select(i => $"whsec_of_another_time_{i:D10}").Append(Secret).ToArray();

        (await CreateVerifier(many).VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();
    }

    private static IEnumerable<TestCaseData> Vectors() => Vector.Load("Stripe", "stripe.json");
}
