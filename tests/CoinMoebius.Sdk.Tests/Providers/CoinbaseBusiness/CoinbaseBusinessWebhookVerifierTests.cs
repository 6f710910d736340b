using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Providers.CoinbaseBusiness;

public sealed class CoinbaseBusinessWebhookVerifierTests : SecretWebhookVerifierContract
{
    private const string Header = "X-Hook0-Signature";

    protected override TimeSpan? PastTolerance => TimeSpan.FromMinutes(5);

    // Without v0: beside a v1 it counts for nothing, so that anybody may change it.
    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new CoinbaseBusinessWebhookSigner(secret, clock) { SignBody = false };

    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddCoinbaseBusiness(section);

    // The covered headers are part of what is signed, as the body is.
    protected override IReadOnlyDictionary<string, string> Proof(SignedWebhook delivery) =>
        delivery.Headers.Where(header => header.Key == Header).ToDictionary();

    protected override WebhookRequest WithProof(SignedWebhook delivery, IEnumerable<KeyValuePair<string, string>> proof) =>
        new(delivery.Body, [.. delivery.Headers.Where(header => header.Key != Header), .. proof]);

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var verifier = WebhookProviders.CreateVerifier(
            PaymentProvider.CoinbaseBusiness, $$"""{"secrets":["{{vector.Secret("webhookSecret")}}"]}""", new FixedClock(vector.Now));

        var verification = await verifier.VerifyAsync(vector.ToRequest());

        verification.Verdict.Should().Be(vector.Expectation switch
        {
            "valid" when IsJson(vector.Body()) => WebhookVerdict.Verified,
            "valid" => WebhookVerdict.MalformedBody,
            "invalid:signature-mismatch" => WebhookVerdict.SignatureMismatch,
            "invalid:timestamp" => WebhookVerdict.TimestampOutOfTolerance,
            "invalid:signature-malformed" => WebhookVerdict.MalformedSignature,
            "invalid:signature-missing" or "invalid:header-missing" => WebhookVerdict.MissingSignature,
            var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
        });
    }

    [Test]
    public async Task What_Coinbase_sends_is_both_codes_and_verified_by_the_stronger_one()
    {
        var delivery = new CoinbaseBusinessWebhookSigner(Secret, Clock).Sign(Payment());

        delivery.Headers[Header].Should().MatchRegex("^t=[0-9]+,v0=[0-9a-f]{64},h=content-type x-event-id x-event-type,v1=[0-9a-f]{64}$");
        var verification = await CreateVerifier(Secret).VerifyAsync(delivery.ToRequest());
        verification.EnsureVerified().EventId.Should().Be(DigestOf(delivery.Body));
    }

    [Test]
    public async Task One_delivery_has_one_event_id_whichever_code_matched_and_the_stronger_one_cannot_be_taken_off()
    {
        var both = new CoinbaseBusinessWebhookSigner(Secret, Clock).Sign(Payment());
        var parts = both.Headers[Header].Split(',');
        var verifier = CreateVerifier(Secret);

        // Of "v0" alone nobody can tell whether there was more. It says the same.
        var weaker = await verifier.VerifyAsync(With(both, Header, $"{parts[0]},{parts[1]}"));
        weaker.EnsureVerified().EventId.Should().Be((await verifier.VerifyAsync(both.ToRequest())).EnsureVerified().EventId);
        (await verifier.VerifyAsync(With(both, Header, $"{parts[0]},{parts[1]},{parts[2]}"))).Verdict.Should().Be(WebhookVerdict.MissingSignature);
    }

    [Test]
    public async Task What_is_signed_cannot_be_cut_in_another_place()
    {
        var delivery = new CoinbaseBusinessWebhookSigner(Secret, Clock).Sign(Payment());
        var verifier = CreateVerifier(Secret);
        var (id, type) = (delivery.Headers["X-Event-Id"], delivery.Headers["X-Event-Type"]);
        var pieces = type.Split('.');
        for (var i = 1; i < pieces.Length; i++)
        {
            var cut = With(delivery, "X-Event-Id", $"{id}.{string.Join('.', pieces[..i])}");

            (await verifier.VerifyAsync(With(cut, delivery, "X-Event-Type", string.Join('.', pieces[i..])))).Verdict
                .Should().Be(WebhookVerdict.MalformedSignature);
        }

        // The last name, and the values after it, one place further on.
        var names = With(delivery, Header, delivery.Headers[Header].Replace("x-event-type,", "x-event-type.application/json,", StringComparison.Ordinal));
        (await verifier.VerifyAsync(names)).Verdict.Should().Be(WebhookVerdict.MalformedSignature);
        var token = delivery.Headers[Header].Replace("x-event-type,", "x-event-type.1,", StringComparison.Ordinal);
        (await verifier.VerifyAsync(new(delivery.Body, [.. Pairs(With(delivery, Header, token), delivery.Headers.Keys), KeyValuePair.Create("x-event-type.1", "a")])))
            .Verdict.Should().Be(WebhookVerdict.MalformedSignature);
    }

    [Test]
    public async Task A_value_with_a_full_stop_is_refused_though_it_is_signed()
    {
        (await CreateVerifier(Secret).VerifyAsync(Handmade("{}"u8.ToArray(), [("x-token", "a.b"), ("x-event-type", "c.d")], "x-token x-event-type"))).Verdict
            .Should().Be(WebhookVerdict.MalformedSignature);
        (await CreateVerifier(Secret).VerifyAsync(Handmade("{}"u8.ToArray(), [("x-token", "a"), ("x-event-type", "c.d")], "x-token x-event-type"))).Verdict
            .Should().Be(WebhookVerdict.Verified);
    }

    [Test]
    public async Task No_character_of_a_covered_header_can_be_changed()
    {
        var delivery = Delivery();
        var verifier = CreateVerifier(Secret);
        foreach (var (name, value) in delivery.Headers.Where(header => header.Key != Header))
        {
            for (var i = 0; i < value.Length; i++)
            {
                var changed = value.ToCharArray();
                changed[i] ^= (char)1;

                (await verifier.VerifyAsync(With(delivery, name, new string(changed)))).Verdict
                    .Should().Be(
                        changed[i] == '.' ? WebhookVerdict.MalformedSignature : WebhookVerdict.SignatureMismatch, "character {0} of {1} was changed", i, name);
            }

            foreach (var other in new[] { "", " ", " " + value, value + " ", value.ToUpperInvariant() })
            {
                (await verifier.VerifyAsync(With(delivery, name, other))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch, "{0} was \"{1}\"", name, other);
            }
        }
    }

    [Test]
    public async Task A_covered_header_must_be_there_once()
    {
        var both = new CoinbaseBusinessWebhookSigner(Secret, Clock).Sign(Payment());
        var delivery = both.ToRequest();
        (await CreateVerifier(Secret).VerifyAsync(delivery)).IsVerified.Should().BeTrue();
        foreach (var name in both.Headers.Keys.Where(name => name != Header))
        {
            var headers = Pairs(delivery, both.Headers.Keys);

            (await CreateVerifier(Secret).VerifyAsync(new(both.Body, headers.Where(header => header.Key != name)))).Verdict
                .Should().Be(WebhookVerdict.MissingSignature, name);
            (await CreateVerifier(Secret).VerifyAsync(new(both.Body, [.. headers, KeyValuePair.Create(name.ToUpperInvariant(), both.Headers[name])]))).Verdict
                .Should().Be(WebhookVerdict.MalformedSignature, name);
        }
    }

    [Test]
    public async Task Headers_of_the_subscription_are_covered_as_they_come()
    {
        var signer = new CoinbaseBusinessWebhookSigner(Secret, Clock)
        {
            Headers = new Dictionary<string, string> { ["X-Shop"] = " größe \u2713 ", ["X-Empty"] = "", ["content-type"] = "application/json; charset=utf-8" },
        };
        var delivery = signer.Sign(Payment());

        delivery.Headers[Header].Should().Contain("h=content-type x-empty x-event-id x-event-type x-shop,");
        (await CreateVerifier(Secret).VerifyAsync(delivery.ToRequest())).IsVerified.Should().BeTrue();
        (await CreateVerifier(Secret).VerifyAsync(With(delivery, "X-Empty", "x"))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        (await CreateVerifier(Secret).VerifyAsync(With(delivery, "X-Shop", "größe \u2713"))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public async Task The_weaker_code_counts_only_where_there_is_no_other_and_while_that_is_allowed([Values] bool allowed)
    {
        var verifier = Host(new(Settings(Secret)) { ["AcceptBodySignature"] = allowed ? "true" : "false" }).Verifier;
        var weak = new CoinbaseBusinessWebhookSigner(Secret, Clock) { SignHeaders = false }.Sign(Payment());

        (await verifier.VerifyAsync(weak.ToRequest())).Verdict.Should().Be(allowed ? WebhookVerdict.Verified : WebhookVerdict.MissingSignature);
        (await verifier.VerifyAsync(With(weak, Header, weak.Headers[Header] + ",h=x-event-id,v1=" + new string('0', 64)))).Verdict
            .Should().Be(WebhookVerdict.SignatureMismatch, "a right v0 does not stand in for a wrong v1");
        (await verifier.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue("a v1 always counts");
    }

    [Test]
    public async Task The_code_over_the_body_does_not_pass_as_the_one_over_headers()
    {
        var weak = new CoinbaseBusinessWebhookSigner(Secret, Clock) { SignHeaders = false }.Sign(Payment());

        (await CreateVerifier(Secret).VerifyAsync(With(weak, Header, weak.Headers[Header].Replace("v0=", "v1=", StringComparison.Ordinal)))).Verdict
            .Should().Be(WebhookVerdict.MalformedSignature, "nothing says what it covers");
        (await CreateVerifier(Secret).VerifyAsync(With(weak, Header, weak.Headers[Header].Replace("v0=", "h=x-event-id,v1=", StringComparison.Ordinal)))).Verdict
            .Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [TestCase("t={t},t={t},h={h},v1={v1}")]
    [TestCase("t={t},h={h},h={h},v1={v1}")]
    [TestCase("t={t},h={h},v1={v1},v1={v1}")]
    [TestCase("t={t},v0={v0},v0={v0}")]
    [TestCase("t={t},v1={v1}")]
    [TestCase("t={t},h=,v1={v1}")]
    [TestCase("t={t},h={h}, v1 =")]
    [TestCase("t=,h={h},v1={v1}")]
    [TestCase("t={t},h={h}")]
    [TestCase("h={h},v1={v1}")]
    [TestCase("v0={v0}")]
    [TestCase("t={t},h={h},v1={v1},v0=00")]
    [TestCase("t={t},h={h},v1={v1}0")]
    [TestCase("t={t},h={h},v1=0x{v1}")]
    [TestCase("t={t},h=content-type  x-event-id x-event-type,v1={v1}")]
    [TestCase("t={t},h=content-type\tx-event-id x-event-type,v1={v1}")]
    [TestCase("t={t},h=content-type x-event-id x-event-type x-event-type,v1={v1}")]
    [TestCase("t={t},h=content-type X-Event-Type x-event-id x-event-type,v1={v1}")]
    [TestCase("t={t},h=content-type x-event-id x-event-type x:y,v1={v1}")]
    [TestCase("t={t},h=é,v1={v1}")]
    [TestCase("t=+{t},h={h},v1={v1}")]
    [TestCase("t=-{t},h={h},v1={v1}")]
    [TestCase("t={t}.0,h={h},v1={v1}")]
    [TestCase("T={t},h={h},v1={v1}")]
    public async Task A_header_that_no_sender_writes_is_malformed(string form)
    {
        var delivery = new CoinbaseBusinessWebhookSigner(Secret, Clock).Sign(Payment());

        (await CreateVerifier(Secret).VerifyAsync(With(delivery, Header, Fill(form, delivery)))).Verdict.Should().Be(WebhookVerdict.MalformedSignature);
    }

    [TestCase("t={t},h={h},v1={v1}")]
    [TestCase(" v1 = {v1} , h = {h} ,\tt = {t} ")]
    [TestCase("t={t},v0=0000000000000000000000000000000000000000000000000000000000000000,h={h},v1={v1}")]
    [TestCase("t={t},v0={v0},h={h},v1={V1}")]
    [TestCase("t={t},v0={V0}")]
    [TestCase("t={t},v2=a=b,future,,h={h},v1={v1},")]
    [TestCase("t={t},h=Content-Type X-Event-Id X-Event-Type,v1={v1}")]
    public async Task A_header_may_differ_in_what_has_no_meaning(string form)
    {
        var delivery = new CoinbaseBusinessWebhookSigner(Secret, Clock).Sign(Payment());

        (await CreateVerifier(Secret).VerifyAsync(With(delivery, Header, Fill(form, delivery)))).Verdict.Should().Be(WebhookVerdict.Verified);
    }

    [TestCase(32, true)]
    [TestCase(33, false)]
    public async Task A_header_has_at_most_32_parts(int parts, bool verified)
    {
        var delivery = Delivery();
        var flood = string.Concat(Enumerable.Repeat(",x=1", parts - 3));

        (await CreateVerifier(Secret).VerifyAsync(With(delivery, Header, delivery.Headers[Header] + flood))).Verdict
            .Should().Be(verified ? WebhookVerdict.Verified : WebhookVerdict.MalformedSignature);
    }

    [TestCase(8 * 1024, true)]
    [TestCase((8 * 1024) + 1, false)]
    public async Task A_header_has_at_most_8_KiB(int length, bool verified)
    {
        var delivery = Delivery();
        var value = delivery.Headers[Header] + ",x=";

        (await CreateVerifier(Secret).VerifyAsync(With(delivery, Header, value.PadRight(length, 'x')))).Verdict
            .Should().Be(verified ? WebhookVerdict.Verified : WebhookVerdict.MalformedSignature);
    }

    [TestCase(64, true)]
    [TestCase(65, false)]
    public async Task A_signature_names_at_most_64_headers(int count, bool verified)
    {
        var headers = Enumerable.Range(0, count).Select(i => ($"x-{i}", $"value {i}")).ToArray();

        (await CreateVerifier(Secret).VerifyAsync(Handmade("{}"u8.ToArray(), headers, string.Join(' ', headers.Select(header => header.Item1))))).Verdict
            .Should().Be(verified ? WebhookVerdict.Verified : WebhookVerdict.MalformedSignature);
    }

    [TestCase(30_000, 'x', true)]
    [TestCase(33_000, 'x', false)]
    [TestCase(10_000, '\u2713', true)]
    [TestCase(11_000, '\u2713', false)]
    [TestCase(5_000_000, 'x', false)]
    public async Task What_the_headers_add_up_to_has_a_limit(int length, char filling, bool verified)
    {
        var headers = new[] { ("x-large", new string(filling, length)) };

        (await CreateVerifier(Secret).VerifyAsync(Handmade("{}"u8.ToArray(), headers, "x-large"))).Verdict
            .Should().Be(verified ? WebhookVerdict.Verified : WebhookVerdict.MalformedSignature);
    }

    [Test]
    public async Task Text_that_is_no_Unicode_does_not_throw() =>
        (await CreateVerifier(Secret).VerifyAsync(Handmade("{}"u8.ToArray(), [("x-odd", "\ud800")], "x-odd"))).Verdict
            .Should().Be(WebhookVerdict.Verified, "the lone half becomes the same replacement on both sides");

    [Test]
    public void Options_without_a_container_are_checked_when_the_verifier_is_made()
    {
        var options = new CoinbaseBusinessWebhookOptions();
        FluentActions.Invoking(() => new CoinbaseBusinessWebhookVerifier(options))
            .Should().Throw<OptionsValidationException>().WithMessage("*coinbase-business*Secrets is empty*");

        options.Secrets.Add(Secret);
        options.Tolerance = TimeSpan.FromSeconds(-1);
        FluentActions.Invoking(() => new CoinbaseBusinessWebhookVerifier(options)).Should().Throw<OptionsValidationException>().WithMessage("*Tolerance*");
    }

    [Test]
    public async Task The_signer_signs_for_an_event_of_ones_own_and_not_without_a_code()
    {
        var signer = new CoinbaseBusinessWebhookSigner(Secret, Clock);

        signer.Sign("{}"u8.ToArray(), "evt-9").Headers["X-Event-Id"].Should().Be("evt-9");
        (await CreateVerifier(Secret).VerifyAsync(signer.Sign("{}"u8.ToArray(), "evt-9").ToRequest())).IsVerified.Should().BeTrue();
        new CoinbaseBusinessWebhookSigner(Secret, Clock) { SignBody = false, SignHeaders = false }.Invoking(it => it.Sign("{}"u8.ToArray()))
            .Should().Throw<InvalidOperationException>().WithMessage("*SignHeaders*");
    }

    private static IEnumerable<TestCaseData> Vectors() => Vector.Load("CoinbaseBusiness", "coinbase-business.json");

    private static bool IsJson(byte[] body) => body.AsSpan(body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0) is [(byte)'{', ..];

    private static string Fill(string form, SignedWebhook delivery)
    {
        var values = delivery.Headers[Header].Split(',').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        return form.Replace("{t}", values["t"], StringComparison.Ordinal).Replace("{h}", values["h"], StringComparison.Ordinal)
            .Replace("{v0}", values["v0"], StringComparison.Ordinal).Replace("{v1}", values["v1"], StringComparison.Ordinal)
            .Replace("{V0}", values["v0"].ToUpperInvariant(), StringComparison.Ordinal).Replace("{V1}", values["v1"].ToUpperInvariant(), StringComparison.Ordinal);
    }

    private static string DigestOf(ReadOnlyMemory<byte> body) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(body.Span))[..32];

    private static WebhookRequest With(SignedWebhook delivery, string name, string value) => With(delivery.ToRequest(), delivery, name, value);

    private static WebhookRequest With(WebhookRequest request, SignedWebhook delivery, string name, string value) =>
        new(request.Body, [.. Pairs(request, delivery.Headers.Keys).Where(header => header.Key != name), KeyValuePair.Create(name, value)]);

    private static List<KeyValuePair<string, string>> Pairs(WebhookRequest request, IEnumerable<string> names) =>
        [.. names.Select(name => KeyValuePair.Create(name, request.GetHeader(name).ToString()))];

    /// <summary>A delivery that covers what it is told to, made without the signer.</summary>
    private WebhookRequest Handmade(ReadOnlyMemory<byte> body, (string Name, string Value)[] headers, string names)
    {
        var time = Clock.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var values = names.Split(' ').Select(name => headers.Single(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}.{names.ToLowerInvariant()}.{string.Join('.', values)}."), .. body.Span];
        var code = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed));
        return new(body, [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value)), KeyValuePair.Create(Header, $"t={time},h={names},v1={code}")]);
    }
}
