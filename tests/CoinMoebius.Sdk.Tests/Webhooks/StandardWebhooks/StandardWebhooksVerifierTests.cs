using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Webhooks.StandardWebhooks;

public sealed class StandardWebhooksVerifierTests : SecretWebhookVerifierContract
{
    private const string PublicKey = "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=";
    private const string OtherPublicKey = "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private static readonly PaymentProvider Polar = new("polar");

    protected override bool MapsPayments => false;

    protected override TimeSpan? PastTolerance => TimeSpan.FromMinutes(5);

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new ServiceSigner(secret, clock);

    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddStandardWebhooks(Polar, section);

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var secret = vector.Json.GetProperty("secrets").EnumerateObject().Single().Value.GetString()!;
        Clock.Now = vector.Now;
        if (vector.Expectation == "invalid:secret")
        {
            FluentActions.Invoking(() => Verifier(secret)).Should().Throw<OptionsValidationException>();
            return;
        }

        var verifier = Verifier(secret);

        var verification = await verifier.VerifyAsync(vector.ToRequest());

        verification.Verdict.Should().Be(vector.Expectation switch
        {
            "valid" when vector.Body() is [(byte)'{', ..] => WebhookVerdict.Verified,
            "valid" => WebhookVerdict.MalformedBody,
            "invalid:signature" => WebhookVerdict.SignatureMismatch,
            "invalid:timestamp" => WebhookVerdict.TimestampOutOfTolerance,
            "invalid:malformed-timestamp" => WebhookVerdict.MalformedSignature,
            "invalid:missing-header" => WebhookVerdict.MissingSignature,
            var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
        });
    }

    [Test]
    public async Task The_event_says_what_the_envelope_says()
    {
        var body = """{"type":"order.paid","timestamp":"2026-05-14T03:04:21.5+02:00","data":{"id":"o1"}}"""u8.ToArray();

        var webhookEvent = (await CreateVerifier(Secret).VerifyAsync(StandardSigner().Sign(body, "msg_1").ToRequest())).EnsureVerified();

        webhookEvent.Should().BeEquivalentTo(
            new UnmappedEvent
            {
                Provider = Polar,
                EventId = "msg_1",
                EventType = "order.paid",
                OccurredAt = new DateTimeOffset(2026, 5, 14, 1, 4, 21, 500, TimeSpan.Zero),
                RawBody = body,
            },
            options => options.Excluding(it => it.RawBody));
    }

    [TestCase("""{"event":"x"}""")]
    [TestCase("""{"type":7,"timestamp":"yesterday"}""")]
    [TestCase("""{"type":null,"timestamp":1778720661}""")]
    public async Task An_envelope_of_another_shape_still_has_its_id(string body)
    {
        var webhookEvent = (await CreateVerifier(Secret).VerifyAsync(StandardSigner().Sign(Encoding.UTF8.GetBytes(body), "msg_1").ToRequest())).EnsureVerified();

        webhookEvent.EventId.Should().Be("msg_1");
        webhookEvent.EventType.Should().BeEmpty();
        webhookEvent.OccurredAt.Should().BeNull();
    }

    [Test]
    public async Task A_complete_family_of_names_counts_and_no_mixture()
    {
        var standard = StandardSigner().Sign("{}"u8.ToArray(), "msg_1").Headers;
        var svix = new StandardWebhookSigner(Polar, Secret, Clock) { HeaderPrefix = "svix" }.Sign("{}"u8.ToArray(), "msg_2").Headers;
        var names = new[] { "id", "timestamp", "signature" };

        (await VerifyAsync([.. svix])).Event!.EventId.Should().Be("msg_2");
        (await VerifyAsync([.. standard, .. svix])).Event!.EventId.Should().Be("msg_1", "the names of the standard come first");
        foreach (var missing in names)
        {
            var rest = standard.Where(header => header.Key != "webhook-" + missing).ToArray();
            (await VerifyAsync(rest)).Verdict.Should().Be(WebhookVerdict.MissingSignature);
            (await VerifyAsync([.. rest, KeyValuePair.Create("svix-" + missing, standard["webhook-" + missing])])).Verdict
                .Should().Be(WebhookVerdict.MissingSignature);
            (await VerifyAsync([.. rest, .. svix])).Event!.EventId.Should().Be("msg_2", "what is left of the other family does no harm");
            (await VerifyAsync([.. rest, .. svix, KeyValuePair.Create("Svix-Id", "msg_3")])).Verdict.Should().Be(WebhookVerdict.MalformedSignature);
        }
    }

    [TestCase("msg.1")]
    [TestCase("msg 1")]
    [TestCase("m\u00E9")]
    [TestCase("msg\u0001")]
    public async Task An_id_is_plain_text_without_a_full_stop(string id)
    {
        var delivery = StandardSigner().Sign("{}"u8.ToArray(), id);

        (await VerifyAsync([.. delivery.Headers])).Verdict.Should().Be(WebhookVerdict.MalformedSignature);
    }

    [TestCase(256, WebhookVerdict.Verified)]
    [TestCase(257, WebhookVerdict.MalformedSignature)]
    public async Task An_id_has_a_limit(int length, WebhookVerdict verdict) =>
        (await VerifyAsync([.. StandardSigner().Sign("{}"u8.ToArray(), new string('a', length)).Headers])).Verdict.Should().Be(verdict);

    [Test]
    public async Task The_id_and_the_time_cannot_trade_characters()
    {
        // "1.1778720661" signed as an id of two parts would read as an id and a time.
        var genuine = StandardSigner().Sign("{}"u8.ToArray(), "1").Headers;
        var time = genuine["webhook-timestamp"];

        (await VerifyAsync(Changed(genuine, ("webhook-id", $"1.{time}"), ("webhook-timestamp", time)))).IsVerified.Should().BeFalse();
    }

    [Test]
    public async Task A_right_signature_far_down_the_list_counts_and_a_flood_of_them_is_malformed([Values(6, 7, 8, 100)] int wrong)
    {
        var genuine = StandardSigner().Sign("{}"u8.ToArray()).Headers;
        var flood = string.Join(' ', Enumerable.Repeat("v1," + Convert.ToBase64String(new byte[32]), wrong));

        (await VerifyAsync(Changed(genuine, ("webhook-signature", $"{flood}  v9,x {genuine["webhook-signature"]} ")))).Verdict
            .Should().Be(wrong < 8 ? WebhookVerdict.Verified : WebhookVerdict.MalformedSignature);
    }

    [Test]
    public async Task Other_versions_and_rubbish_are_passed_over_up_to_a_length([Values(8_100, 8_300)] int length)
    {
        var genuine = StandardSigner().Sign("{}"u8.ToArray()).Headers;
        var signature = genuine["webhook-signature"];

        (await VerifyAsync(Changed(genuine, ("webhook-signature", $"{new string('x', length - signature.Length - 1)} {signature}")))).Verdict
            .Should().Be(length > 8192 ? WebhookVerdict.MalformedSignature : WebhookVerdict.Verified);
    }

    [TestCase(" ")]
    [TestCase("\t")]
    [TestCase("=")]
    [TestCase("A")]
    [TestCase(",")]
    public async Task A_digest_has_one_writing(string more)
    {
        var genuine = StandardSigner().Sign("{}"u8.ToArray()).Headers;
        var signature = genuine["webhook-signature"];

        (await VerifyAsync(Changed(genuine, ("webhook-signature", signature.Insert(3, more))))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        (await VerifyAsync(Changed(genuine, ("webhook-signature", signature.Replace("v1,", "V1,"))))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        (await VerifyAsync(Changed(genuine, ("webhook-signature", signature.TrimEnd('='))))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public async Task A_public_key_and_a_shared_secret_may_stand_side_by_side()
    {
        var asymmetric = Asymmetric();
        var symmetric = StandardSigner().Sign("{}"u8.ToArray());
        var verifier = Verifier(OtherPublicKey, Secret, PublicKey);
        Clock.Now = asymmetric.Now;

        (await verifier.VerifyAsync(asymmetric.ToRequest())).Verdict.Should().Be(WebhookVerdict.Verified);
        (await Verifier(OtherPublicKey, Secret).VerifyAsync(asymmetric.ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        Clock.Now = FixedClock.Epoch;
        (await verifier.VerifyAsync(symmetric.ToRequest())).Verdict.Should().Be(WebhookVerdict.Verified);
        (await Verifier(PublicKey).VerifyAsync(symmetric.ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public async Task Every_part_of_what_a_public_key_signs_is_checked()
    {
        var vector = Asymmetric();
        var headers = vector.Headers().ToDictionary();
        var verifier = Verifier(PublicKey);
        Clock.Now = vector.Now;
        var changes = new Dictionary<string, string>
        {
            ["webhook-id"] = "msg_p5jXN8AQM9LWM0D4loKWxJel",
            ["webhook-timestamp"] = (vector.Now.ToUnixTimeSeconds() + 1).ToString(CultureInfo.InvariantCulture),
            ["webhook-signature"] = headers["webhook-signature"].Replace("hnO3", "hnO4"),
        };

        foreach (var (name, value) in changes)
        {
            (await verifier.VerifyAsync(new(vector.Body(), Changed(headers, (name, value))))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch, name);
        }

        (await verifier.VerifyAsync(new(vector.Body(), Changed(headers, ("webhook-signature", headers["webhook-signature"].Replace("v1a", "v1"))))))
            .Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        Clock.Now += TimeSpan.FromSeconds(301);
        (await verifier.VerifyAsync(vector.ToRequest())).Verdict.Should().Be(WebhookVerdict.TimestampOutOfTolerance);
    }

    [TestCase("0", 1, WebhookVerdict.Verified)]
    [TestCase("0 0 0 0 0", 1, WebhookVerdict.Verified)]
    [TestCase("0 1", 0, WebhookVerdict.MalformedSignature)]
    [TestCase("", 0, WebhookVerdict.Verified)]
    public async Task At_most_two_different_signatures_of_public_keys_are_tried(string wrong, int failing, WebhookVerdict verdict)
    {
        var vector = Asymmetric();
        var headers = vector.Headers().ToDictionary();
        var flood = string.Join(' ', wrong.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(it => "v1a," + Convert.ToBase64String([.. Enumerable.Repeat(byte.Parse(it, CultureInfo.InvariantCulture), 64)])));
        var tried = new List<bool>();
        var options = new StandardWebhooksOptions
        {
            Secrets = { PublicKey },
            VerifyEd25519 = (key, message, signature) =>
            {
                tried.Add(Ed25519(key, message, signature));
                return tried[^1];
            },
        };
        Clock.Now = vector.Now;
        var request = new WebhookRequest(vector.Body(), Changed(headers, ("webhook-signature", $"v1a,AAAA v1a, {flood} {headers["webhook-signature"]}")));

        (await new StandardWebhooksVerifier(Polar, options, Clock).VerifyAsync(request)).Verdict.Should().Be(verdict);

        tried.Count(it => !it).Should().Be(failing);
    }

    [Test]
    public void A_public_key_needs_something_that_checks_its_signatures()
    {
        var options = new StandardWebhooksOptions { Secrets = { Secret, PublicKey } };

        FluentActions.Invoking(() => new StandardWebhooksVerifier(Polar, options)).Should().Throw<OptionsValidationException>()
            .Which.Failures.Should().ContainSingle().Which.Should().Match("polar webhooks: Secrets[1] is a public key*VerifyEd25519*");
    }

    [Test]
    public async Task Concurrent_deliveries_share_a_public_key()
    {
        var vector = Asymmetric();
        var verifier = Verifier(PublicKey);
        Clock.Now = vector.Now;
        var results = new bool[40];

        await Parallel.ForAsync(0, results.Length, async (i, ct) =>
            results[i] = (await verifier.VerifyAsync(new(i % 2 == 0 ? vector.Body() : [1], vector.Headers()), ct)).IsVerified == (i % 2 == 0));

        results.Should().OnlyContain(right => right);
    }

    [TestCase("whsec_", "*Secrets[0]*nothing after it*")]
    [TestCase("whsec_qg==", "*Secrets[0]*1 decoded bytes*at least 16*")]
    [TestCase("whsec_a", "*Secrets[0]*1 characters*at least 16*")]
    [TestCase("whsec_not*base64", "*Secrets[0]*10 characters*at least 16*")]
    [TestCase("v1,whsec_c2lnbmluZy1zZWNyZXQ", "*Secrets[0]*14 decoded bytes*at least 16*")]
    [TestCase("v1,whsec_", "*Secrets[0]*nothing after it*")]
    [TestCase("v1,whsec_c2lnbmluZy1zZWNyZXQtMDE===", "*Secrets[0]*not base64*")]
    [TestCase("v1,c2lnbmluZy1zZWNyZXQtMDE=", "*Secrets[0]*not base64*SecretEncoding*text*")]
    [TestCase("\"whsec_c2lnbmluZy1zZWNyZXQtMDE=\"", "*Secrets[0]*not base64*quotes*")]
    [TestCase("polar_whs_azbycx", "*Secrets[0]*6 characters*at least 16*")]
    [TestCase("polar_whs_changeme", "*Secrets[0]*placeholder*")]
    [TestCase("polar_whs_xxxxxxxxxxxxxxxxxxxx", "*Secrets[0]*placeholder*")]
    [TestCase("whsk_nVJ0n5Iz0cTYJPZ6m6ZNGoaQFsb6ZQSbc0A6PZzvhFtOXPK8tA==", "*Secrets[0]*private key*whpk_*")]
    [TestCase("whpk_a", "*Secrets[0]*not an Ed25519 public key*")]
    [TestCase("whpk_11qYAYKxCrfVS/7TyWQHOg==", "*Secrets[0]*not an Ed25519 public key*cut off*")]
    [TestCase("whpk_AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "*Secrets[0]*VerifyEd25519*")]
    public void A_bad_secret_fails_with_one_clear_sentence(string secret, string message)
    {
        var options = new StandardWebhooksOptions { Secrets = { secret } };

        var failure = FluentActions.Invoking(() => new StandardWebhooksVerifier(Polar, options)).Should().Throw<OptionsValidationException>().Which;

        failure.Failures.Should().ContainSingle().Which.Should().Match("polar webhooks: " + message);
        failure.Message.Should().NotContain("nVJ0n5Iz").And.NotContain("11qYAYK").And.NotContain("c2lnbm");
    }

    [Test]
    public void Options_without_a_container_are_checked_when_the_verifier_is_made()
    {
        FluentActions.Invoking(() => new StandardWebhooksVerifier(Polar, new StandardWebhooksOptions()))
            .Should().Throw<OptionsValidationException>().WithMessage("*polar*Secrets is empty*");
        FluentActions.Invoking(() => new StandardWebhooksVerifier(Polar, new StandardWebhooksOptions { Secrets = { Secret }, Tolerance = -TimeSpan.FromTicks(1) }))
            .Should().Throw<OptionsValidationException>().WithMessage("*Tolerance*");
    }

    private static Vector Asymmetric() =>
        Vector.LoadFrom(Path.Combine("Webhooks", "StandardWebhooks"), "standardwebhooks.json").Select(item => (Vector)item.Arguments[0]!)
            .Single(vector => vector.Name == "ed25519 (v1a)");

    private static KeyValuePair<string, string>[] Changed(IReadOnlyDictionary<string, string> headers, params (string Name, string Value)[] changes)
    {
        var all = headers.ToDictionary();
        foreach (var (name, value) in changes)
        {
            all[name] = value;
        }

        return [.. all];
    }

    private static IEnumerable<TestCaseData> Vectors() =>
        new[] { "standardwebhooks.json", "standardwebhooks-large.json" }.SelectMany(file => Vector.LoadFrom(Path.Combine("Webhooks", "StandardWebhooks"), file));

    private static bool Ed25519(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        Org.BouncyCastle.Math.EC.Rfc8032.Ed25519.Verify(signature.ToArray(), 0, publicKey.ToArray(), 0, message.ToArray(), 0, message.Length);

    private StandardWebhookSigner StandardSigner() => new(Polar, Secret, Clock);

    private StandardWebhooksVerifier Verifier(params string[] secrets)
    {
        var options = new StandardWebhooksOptions { VerifyEd25519 = Ed25519 };
        foreach (var secret in secrets)
        {
            options.Secrets.Add(secret);
        }

        return new(Polar, options, Clock);
    }

    private async Task<WebhookVerification> VerifyAsync(KeyValuePair<string, string>[] headers) =>
        await CreateVerifier(Secret).VerifyAsync(new("{}"u8.ToArray(), headers));

    /// <summary>A service that says something about payments, in a form of its own.</summary>
    private sealed class ServiceSigner(string secret, TimeProvider clock) : IWebhookSigner
    {
        private readonly StandardWebhookSigner _signer = new(Polar, secret, clock);

        public PaymentProvider Provider => Polar;

        public IReadOnlyCollection<PaymentStatus> Statuses => [];

        public string CreatePaymentId(long number) => $"order_{number}";

        public byte[] CreateBody(TestPayment payment) => Encoding.UTF8.GetBytes(new JsonObject
        {
            ["type"] = "order.paid",
            ["timestamp"] = "2026-05-14T01:04:21Z",
            ["data"] = new JsonObject { ["id"] = payment.PaymentId, ["amount"] = payment.Amount, ["city"] = payment.Metadata["city"] },
        }.ToJsonString());

        public SignedWebhook Sign(ReadOnlyMemory<byte> body) => _signer.Sign(body);
    }
}
