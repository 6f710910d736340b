using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.MakePay;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Providers.MakePay;

public sealed class MakePayWebhookVerifierTests : SecretWebhookVerifierContract
{
    private const string Header = "X-MakePay-Signature";

    protected override TimeSpan? PastTolerance => TimeSpan.FromMinutes(5);

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new MakePayWebhookSigner(secret, clock);

    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddMakePay(section);

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var verifier = WebhookProviders.CreateVerifier(
            PaymentProvider.MakePay, $$"""{"secrets":["{{vector.Secret("webhookSecret")}}"]}""", new FixedClock(vector.Now));

        var verification = await verifier.VerifyAsync(vector.ToRequest());

        verification.Verdict.Should().Be(vector.Expectation switch
        {
            "valid" => WebhookVerdict.Verified,
            "invalid:signature-mismatch" => WebhookVerdict.SignatureMismatch,
            "invalid:signature-malformed" => WebhookVerdict.MalformedSignature,
            "invalid:timestamp" => WebhookVerdict.TimestampOutOfTolerance,
            var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
        });
    }

    [TestCase("t={0},v1={1}", WebhookVerdict.Verified)]
    [TestCase("t={0},v1={2}", WebhookVerdict.Verified)]
    [TestCase("v1={1},t={0}", WebhookVerdict.Verified)]
    [TestCase("t={0}, v1={1}", WebhookVerdict.Verified)]
    [TestCase(" t={0} ,  v1={1} ", WebhookVerdict.Verified)]
    [TestCase("t={0},v0=abc,v1={1},x=1", WebhookVerdict.Verified)]
    [TestCase("t={0},v1={1},v1={1}", WebhookVerdict.MalformedSignature)]
    [TestCase("t={0},v1=00,v1={1}", WebhookVerdict.MalformedSignature)]
    [TestCase("t={0},v1={1}00", WebhookVerdict.MalformedSignature)]
    [TestCase("t={0},v1=", WebhookVerdict.MalformedSignature)]
    [TestCase("t={0},t={0},v1={1}", WebhookVerdict.MalformedSignature)]
    [TestCase("t=0,v1={1}", WebhookVerdict.MalformedSignature)]
    [TestCase("t=000,v1={1}", WebhookVerdict.MalformedSignature)]
    [TestCase("t=-1,v1={1}", WebhookVerdict.MalformedSignature)]
    [TestCase("t=+{0},v1={1}", WebhookVerdict.MalformedSignature)]
    [TestCase("t={0}.0,v1={1}", WebhookVerdict.MalformedSignature)]
    [TestCase("t=0{0},v1={1}", WebhookVerdict.SignatureMismatch, Description = "the text of t is signed as it stands")]
    [TestCase("t={0};v1={1}", WebhookVerdict.MissingSignature)]
    [TestCase("v1={1}", WebhookVerdict.MalformedSignature)]
    [TestCase("t={0}", WebhookVerdict.MissingSignature)]
    [TestCase("t={0},v0={1}", WebhookVerdict.MissingSignature)]
    public async Task The_header_has_one_time_and_one_digest_in_any_order(string form, WebhookVerdict verdict)
    {
        var delivery = Delivery();
        var (time, digest) = (delivery.Headers[Header][2..^68], delivery.Headers[Header][^64..]);
        var header = string.Format(null, form, time, digest, digest.ToUpperInvariant());

        (await CreateVerifier(Secret).VerifyAsync(new(delivery.Body, [KeyValuePair.Create(Header, header)]))).Verdict.Should().Be(verdict);
    }

    [Test]
    public async Task Headers_that_are_not_signed_do_not_name_the_event([Values] bool versioned)
    {
        var delivery = new MakePayWebhookSigner(Secret, Clock) { UseVersionedEnvelope = versioned }.Sign(Payment() with { EventId = "signed-id" });
        var forged = delivery.Headers.Append(KeyValuePair.Create("x-makepay-delivery-id", "other")).Append(KeyValuePair.Create("x-makepay-delivery-group-id", "other"));

        var verification = await CreateVerifier(Secret).VerifyAsync(new(delivery.Body, forged));

        verification.EnsureVerified().EventId.Should().Be("signed-id");
        verification.Event!.DeliveryId.Should().NotBe("other");
    }

    [Test]
    public async Task Both_envelopes_say_the_same_of_a_payment()
    {
        foreach (var status in Signer().Statuses)
        {
            var payment = Payment() with { Status = status, MovedAmount = 5m, EventId = "one" };
            var plain = await EventOf(new MakePayWebhookSigner(Secret, Clock), payment);
            var versioned = await EventOf(new MakePayWebhookSigner(Secret, Clock) { UseVersionedEnvelope = true }, payment);

            versioned.Status.Should().Be(status).And.Be(plain.Status);
            (versioned.PaymentId, versioned.EventId, versioned.Amount, versioned.Currency, versioned.Reference, versioned.CustomerRef, versioned.OccurredAt)
                .Should().Be((plain.PaymentId, plain.EventId, plain.Amount, plain.Currency, plain.Reference, plain.CustomerRef, plain.OccurredAt));
            plain.Amount.Should().Be(status == PaymentStatus.Partial ? 5m : 19.99m);
        }
    }

    [Test]
    public void Options_without_a_container_are_checked_when_the_verifier_is_made()
    {
        var options = new MakePayWebhookOptions();
        FluentActions.Invoking(() => new MakePayWebhookVerifier(options))
            .Should().Throw<OptionsValidationException>().WithMessage("*makepay*Secrets is empty*");

        options.Secrets.Add(Secret);
        options.Tolerance = TimeSpan.FromSeconds(-1);
        FluentActions.Invoking(() => new MakePayWebhookVerifier(options)).Should().Throw<OptionsValidationException>().WithMessage("*Tolerance*");
    }

    [Test]
    public async Task Every_way_of_registering_gives_an_account_its_own_secret()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:0", OtherSecret), new("Tolerance", "00:10:00")]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddCoinMoebiusWebhooks()
            .AddMakePay(options => options.Secrets.Add(Secret))
            .AddMakePay("code", options => options.Secrets.Add(OtherSecret))
            .AddMakePay("section", section);
        using var provider = services.BuildServiceProvider();
        var verifiers = provider.GetRequiredService<IWebhookVerifiers>();
        Clock.Now += TimeSpan.FromMinutes(6);

        (await VerdictOf("", Delivery(Secret))).Should().Be(WebhookVerdict.Verified);
        (await VerdictOf("", Delivery(OtherSecret))).Should().Be(WebhookVerdict.SignatureMismatch);
        (await VerdictOf("code", Delivery(OtherSecret))).Should().Be(WebhookVerdict.Verified);
        var late = Delivery(OtherSecret);
        Clock.Now += TimeSpan.FromMinutes(6);
        (await VerdictOf("code", late)).Should().Be(WebhookVerdict.TimestampOutOfTolerance);
        (await VerdictOf("section", late)).Should().Be(WebhookVerdict.Verified, "its tolerance is ten minutes");

        async Task<WebhookVerdict> VerdictOf(string account, SignedWebhook delivery) =>
            (await verifiers.Find(PaymentProvider.MakePay, account)!.VerifyAsync(delivery.ToRequest())).Verdict;
    }

    private static IEnumerable<TestCaseData> Vectors() => Vector.Load("MakePay", "makepay.json");

    private async Task<PaymentEvent> EventOf(MakePayWebhookSigner signer, TestPayment payment) =>
        (await CreateVerifier(Secret).VerifyAsync(signer.Sign(payment).ToRequest())).EnsureVerified().Should().BeOfType<PaymentEvent>().Subject;
}
