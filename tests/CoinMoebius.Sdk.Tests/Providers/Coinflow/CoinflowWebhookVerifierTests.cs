using System.Text;
using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Providers.Coinflow;

public sealed class CoinflowWebhookVerifierTests : SecretWebhookVerifierContract
{
    protected override TimeSpan? PastTolerance => TimeSpan.FromHours(36);

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new CoinflowWebhookSigner(secret, clock);

    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddCoinflow(section);

    protected override TestPayment OtherPayment() => Payment() with { PaymentId = Signer().CreatePaymentId(43) };

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var verifier = WebhookProviders.CreateVerifier(
            PaymentProvider.Coinflow, $$"""{"secrets":["{{vector.Secret("validationKey")}}"]}""", new FixedClock(vector.Now));

        var verification = await verifier.VerifyAsync(vector.ToRequest());

        verification.Verdict.Should().Be(vector.Expectation switch
        {
            "valid" when vector.Body() is [(byte)'{', ..] => WebhookVerdict.Verified,
            "valid" => WebhookVerdict.MalformedBody,
            "invalid:signature" => WebhookVerdict.SignatureMismatch,
            "invalid:timestamp" => WebhookVerdict.TimestampOutOfTolerance,
            "invalid:malformed-header" => WebhookVerdict.MalformedSignature,
            "invalid:missing-header" or "invalid:no-v1-signature" => WebhookVerdict.MissingSignature,
            var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
        });
    }

    [Test]
    public async Task The_key_itself_proves_a_delivery_only_while_that_is_allowed([Values] bool allowed)
    {
        var verifier = Host(new(Settings(Secret)) { ["AcceptAuthorizationHeader"] = allowed ? "true" : "false" }).Verifier;

        (await verifier.VerifyAsync(Keyed(Secret).ToRequest())).Verdict
            .Should().Be(allowed ? WebhookVerdict.Verified : WebhookVerdict.MissingSignature);
        (await verifier.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue("a signature always counts");
    }

    [TestCase("", WebhookVerdict.MissingSignature)]
    [TestCase("t=1778720661,v1=0000000000000000000000000000000000000000000000000000000000000000", WebhookVerdict.SignatureMismatch)]
    [TestCase("t=1778720661", WebhookVerdict.MissingSignature)]
    [TestCase("none", WebhookVerdict.MalformedSignature)]
    public async Task A_signature_that_is_there_must_be_right_even_beside_the_right_key(string signature, WebhookVerdict verdict)
    {
        var delivery = Keyed(Secret);

        var verification = await CreateVerifier(Secret).VerifyAsync(
            new(delivery.Body, [.. delivery.Headers, KeyValuePair.Create("Coinflow-Signature", signature)]));

        verification.Verdict.Should().Be(verdict);
    }

    [Test]
    public async Task The_old_and_the_new_key_pass_while_both_are_listed_and_no_other()
    {
        var verifier = CreateVerifier(Secret, OtherSecret);

        (await verifier.VerifyAsync(Keyed(Secret).ToRequest())).IsVerified.Should().BeTrue();
        (await verifier.VerifyAsync(Keyed(OtherSecret).ToRequest())).IsVerified.Should().BeTrue();
        (await verifier.VerifyAsync(Keyed(Secret + OtherSecret).ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [TestCase("Bearer {0}")]
    [TestCase("bearer {0}")]
    [TestCase("Basic {0}")]
    [TestCase(" {0}")]
    [TestCase("{0} ")]
    [TestCase("{0},{0}")]
    [TestCase("\"{0}\"")]
    public async Task The_key_counts_as_it_is_and_in_no_other_dress(string form)
    {
        var verification = await CreateVerifier(Secret).VerifyAsync(
            new(Delivery().Body, [KeyValuePair.Create("Authorization", string.Format(null, form, Secret))]));

        verification.Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public async Task No_character_of_the_key_can_be_changed()
    {
        var body = Delivery().Body;
        var verifier = CreateVerifier(Secret);
        for (var i = 0; i < Secret.Length; i++)
        {
            var changed = Secret.ToCharArray();
            changed[i] ^= (char)1;

            (await verifier.VerifyAsync(new(body, [KeyValuePair.Create("Authorization", new string(changed))]))).Verdict
                .Should().Be(WebhookVerdict.SignatureMismatch, "character {0} was changed", i);
        }
    }

    [TestCase("")]
    [TestCase(" ")]
    public async Task A_blank_key_is_a_missing_signature(string value) =>
        (await CreateVerifier(Secret).VerifyAsync(new(Delivery().Body, [KeyValuePair.Create("Authorization", value)]))).Verdict
            .Should().Be(WebhookVerdict.MissingSignature);

    [Test]
    public async Task A_key_that_comes_twice_is_malformed() =>
        (await CreateVerifier(Secret).VerifyAsync(
            new(Delivery().Body, [KeyValuePair.Create("Authorization", Secret), KeyValuePair.Create("authorization", Secret)]))).Verdict
            .Should().Be(WebhookVerdict.MalformedSignature);

    [Test]
    public async Task An_event_proved_by_the_key_is_the_same_event_as_the_signed_one()
    {
        var verifier = CreateVerifier(Secret);

        var keyed = await verifier.VerifyAsync(Keyed(Secret).ToRequest());
        var signed = await verifier.VerifyAsync(Delivery().ToRequest());

        keyed.EnsureVerified().Should().BeOfType<PaymentEvent>().Which.Status.Should().Be(PaymentStatus.Succeeded);
        keyed.Event!.EventId.Should().Be(signed.EnsureVerified().EventId);
    }

    [Test]
    public async Task The_transaction_signature_inside_a_body_proves_nothing()
    {
        var body = Encoding.UTF8.GetBytes($$$"""{"eventType":"Settled","data":{"id":"p1","subtotal":{"cents":1},"signature":"{{{Secret}}}"} }""");

        (await CreateVerifier(Secret).VerifyAsync(new(body, []))).Verdict.Should().Be(WebhookVerdict.MissingSignature);
    }

    [Test]
    public void Options_without_a_container_are_checked_when_the_verifier_is_made()
    {
        var options = new CoinflowWebhookOptions();
        FluentActions.Invoking(() => new CoinflowWebhookVerifier(options))
            .Should().Throw<OptionsValidationException>().WithMessage("*coinflow*Secrets is empty*");

        options.Secrets.Add(Secret);
        options.Tolerance = TimeSpan.FromSeconds(-1);
        FluentActions.Invoking(() => new CoinflowWebhookVerifier(options)).Should().Throw<OptionsValidationException>().WithMessage("*Tolerance*");
    }

    private static IEnumerable<TestCaseData> Vectors() => Vector.Load("Coinflow", "coinflow.json");

    private SignedWebhook Keyed(string key) => new CoinflowWebhookSigner(key, Clock) { UseAuthorizationHeader = true }.Sign(Payment());
}
