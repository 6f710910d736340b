using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Monero;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Providers.Monero;

public sealed class MoneroWebhookVerifierTests : SecretWebhookVerifierContract
{
    private const string Header = "x-monero-sig";
    private const string Now = "1778720661000";

    protected override TimeSpan? PastTolerance => TimeSpan.FromMinutes(5);

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new MoneroWebhookSigner(secret, clock);

    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddMonero(section);

    // The time lies in the body, and none of the contract's bodies has one.
    protected override WebhookVerdict VerdictOf(string body) => WebhookVerdict.TimestampOutOfTolerance;

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var verifier = WebhookProviders.CreateVerifier(
            PaymentProvider.Monero, $$"""{"secrets":["{{vector.Secret("hmacSecret")}}"]}""", new FixedClock(vector.Now));

        var verification = await verifier.VerifyAsync(vector.ToRequest());

        verification.Verdict.Should().Be(vector.Expectation switch
        {
            "valid" => WebhookVerdict.Verified,
            "invalid:signature-mismatch" => WebhookVerdict.SignatureMismatch,
            "invalid:signature-malformed" => WebhookVerdict.MalformedSignature,
            "invalid:timestamp" => WebhookVerdict.TimestampOutOfTolerance,
            "invalid:body-malformed" => WebhookVerdict.MalformedBody,
            var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
        });
    }

    [Test]
    public async Task Authentic_JSON_of_any_shape_with_a_time_is_never_lost(
        [Values("", ",\"status\":null", ",\"status\":[]", ",\"paymentId\":5,\"status\":\"success\"", ",\"provider\":{}", ",\"metadata\":7")] string members)
    {
        var body = $$"""{"timestamp":{{Now}}{{members}}}""";

        var verification = await VerifyAsync(body);

        var unmapped = verification.EnsureVerified().Should().BeOfType<UnmappedEvent>().Subject;
        unmapped.OccurredAt.Should().Be(FixedClock.Epoch);
        Encoding.UTF8.GetString(unmapped.RawBody.Span).Should().Be(body);
    }

    [TestCase("1778720361000", WebhookVerdict.Verified)]
    [TestCase("1778720360999", WebhookVerdict.TimestampOutOfTolerance)]
    [TestCase("1778720961000", WebhookVerdict.Verified)]
    [TestCase("1778720961001", WebhookVerdict.TimestampOutOfTolerance)]
    [TestCase("1778720661", WebhookVerdict.TimestampOutOfTolerance)]
    [TestCase("1778720661000000", WebhookVerdict.TimestampOutOfTolerance)]
    [TestCase("\"1778720661000\"", WebhookVerdict.TimestampOutOfTolerance)]
    [TestCase("1778720661000.5", WebhookVerdict.TimestampOutOfTolerance)]
    [TestCase("1.778720661e12", WebhookVerdict.TimestampOutOfTolerance)]
    [TestCase("-1778720661000", WebhookVerdict.TimestampOutOfTolerance)]
    [TestCase("9223372036854775808", WebhookVerdict.TimestampOutOfTolerance)]
    [TestCase("253402300800000", WebhookVerdict.TimestampOutOfTolerance)]
    [TestCase("0", WebhookVerdict.TimestampOutOfTolerance)]
    [TestCase("null", WebhookVerdict.TimestampOutOfTolerance)]
    [TestCase("\"\\ud800\"", WebhookVerdict.TimestampOutOfTolerance)]
    public async Task The_time_is_a_whole_number_of_milliseconds_near_now(string timestamp, WebhookVerdict verdict) =>
        (await VerifyAsync($$"""{"timestamp":{{timestamp}}}""")).Verdict.Should().Be(verdict);

    [Test]
    public async Task The_signature_is_checked_before_the_time_and_the_time_before_the_amounts()
    {
        var late = """{"timestamp":1,"receivedAmountAtomic":"x"}"""u8.ToArray();

        (await CreateVerifier(Secret).VerifyAsync(Signer(OtherSecret).Sign(late).ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        (await CreateVerifier(Secret).VerifyAsync(Signer().Sign(late).ToRequest())).Verdict.Should().Be(WebhookVerdict.TimestampOutOfTolerance);
    }

    [TestCase("\"0\"", true)]
    [TestCase("\"18446744073709551615\"", true)]
    [TestCase("\"00000000000000000000000000000000000000007\"", true)]
    [TestCase("null", true)]
    [TestCase("\"18446744073709551616\"", false)]
    [TestCase("\"99999999999999999999999999\"", false)]
    [TestCase("\"\"", false)]
    [TestCase("\" 1\"", false)]
    [TestCase("\"1 \"", false)]
    [TestCase("\"1\\u0000\"", false)]
    [TestCase("\"-1\"", false)]
    [TestCase("\"+1\"", false)]
    [TestCase("\"1.0\"", false)]
    [TestCase("\"1e3\"", false)]
    [TestCase("\"0x10\"", false)]
    [TestCase("\"1,000\"", false)]
    [TestCase("\"\\u0661\"", false)]
    [TestCase("\"\\ud800\"", false)]
    [TestCase("\"NaN\"", false)]
    [TestCase("200000000000", false)]
    [TestCase("true", false)]
    [TestCase("[]", false)]
    [TestCase("{}", false)]
    public async Task Atomic_amounts_are_digits_up_to_the_greatest_or_the_body_is_malformed(string amount, bool isGood)
    {
        var verdict = isGood ? WebhookVerdict.Verified : WebhookVerdict.MalformedBody;
        foreach (var name in new[] { "expectedAmountAtomic", "receivedAmountAtomic" })
        {
            (await VerifyAsync($$"""{"timestamp":{{Now}},"paymentId":"p1","status":"success","{{name}}":{{amount}}}""")).Verdict.Should().Be(verdict, name);
        }
    }

    [Test]
    public async Task Names_that_are_no_text_do_not_throw() =>
        (await VerifyAsync($$"""{"\ud800":1,"timestamp":{{Now}},"\ud8001234567":1,"paymentId":"p1","status":"success"}""")).Verdict
            .Should().BeOneOf(WebhookVerdict.Verified, WebhookVerdict.MalformedBody);

    [TestCase("{0}", WebhookVerdict.Verified)]
    [TestCase("{1}", WebhookVerdict.Verified)]
    [TestCase("sha256={0}", WebhookVerdict.MalformedSignature)]
    [TestCase("{0}00", WebhookVerdict.MalformedSignature)]
    [TestCase("0x{0}", WebhookVerdict.MalformedSignature)]
    [TestCase("{0},{0}", WebhookVerdict.MalformedSignature)]
    [TestCase(" {0}", WebhookVerdict.MalformedSignature)]
    public async Task The_signature_is_64_digits_in_either_case(string form, WebhookVerdict verdict)
    {
        var delivery = Delivery();
        var hex = delivery.Headers[Header];
        var header = string.Format(null, form, hex, hex.ToUpperInvariant());

        (await CreateVerifier(Secret).VerifyAsync(new(delivery.Body, [KeyValuePair.Create(Header, header)]))).Verdict.Should().Be(verdict);
    }

    [Test]
    public void Options_without_a_container_are_checked_when_the_verifier_is_made()
    {
        var options = new MoneroWebhookOptions();
        FluentActions.Invoking(() => new MoneroWebhookVerifier(options))
            .Should().Throw<OptionsValidationException>().WithMessage("*monero*Secrets is empty*");

        options.Secrets.Add(Secret);
        options.Tolerance = TimeSpan.FromSeconds(-1);
        FluentActions.Invoking(() => new MoneroWebhookVerifier(options)).Should().Throw<OptionsValidationException>().WithMessage("*Tolerance*");
    }

    [Test]
    public async Task Each_indexer_has_its_own_secret_and_tolerance()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:0", OtherSecret), new("Tolerance", "01:00:00")]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddCoinMoebiusWebhooks()
            .AddMonero(options => options.Secrets.Add(Secret))
            .AddMonero("code", options =>
            {
                options.Secrets.Add(OtherSecret);
                options.Tolerance = TimeSpan.FromMinutes(1);
            })
            .AddMonero("section", section);
        using var provider = services.BuildServiceProvider();
        var verifiers = provider.GetRequiredService<IWebhookVerifiers>();
        var (first, second) = (Delivery(Secret), Delivery(OtherSecret));
        Clock.Now += TimeSpan.FromMinutes(2);

        (await VerdictAsync("", first)).Should().Be(WebhookVerdict.Verified);
        (await VerdictAsync("", second)).Should().Be(WebhookVerdict.SignatureMismatch);
        (await VerdictAsync("code", second)).Should().Be(WebhookVerdict.TimestampOutOfTolerance);
        Clock.Now += TimeSpan.FromMinutes(50);
        (await VerdictAsync("section", second)).Should().Be(WebhookVerdict.Verified);

        async Task<WebhookVerdict> VerdictAsync(string account, SignedWebhook delivery) =>
            (await verifiers.Find(PaymentProvider.Monero, account)!.VerifyAsync(delivery.ToRequest())).Verdict;
    }

    private static IEnumerable<TestCaseData> Vectors() => Vector.Load("Monero", "monero.json");

    private async Task<WebhookVerification> VerifyAsync(string body) =>
        await CreateVerifier(Secret).VerifyAsync(Signer().Sign(Encoding.UTF8.GetBytes(body)).ToRequest());
}
