using System.Text;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

/// <summary>With the token alone: what a known address can be used for, and what not.</summary>
public sealed class MobbexWebhookVerifierTests : MobbexWebhookVerifierContract
{
    private static readonly Uri Shop = new("https://shop.example/webhooks/mobbex?shop=1");

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new MobbexWebhookSigner(secret, clock);

    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddMobbex(section);

    protected override Dictionary<string, string?> Settings(params string[] secrets) =>
        new(base.Settings(secrets)) { ["Confirmation"] = "tokenOnly" };

    // Whoever knows the address can report anything about that order, and nothing about another.
    protected override async Task ShouldBeHarmlessAsync(IWebhookVerifier verifier, SignedWebhook genuine, SignedWebhook changed)
    {
        var verification = await verifier.VerifyAsync(changed.ToRequest());

        (PaymentOf(verification)?.Reference ?? "order-7").Should().Be("order-7");
    }

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var verifier = WebhookProviders.CreateVerifier(
            PaymentProvider.Mobbex, $$"""{"secrets":["{{vector.Secret("webhookSecret")}}"],"confirmation":"tokenOnly"}""", new FixedClock(vector.Now));

        var verification = await verifier.VerifyAsync(vector.ToRequest());

        verification.Verdict.Should().Be(vector.Expectation switch
        {
            "valid" => WebhookVerdict.Verified,
            "invalid:signature" => WebhookVerdict.SignatureMismatch,
            "invalid:signature-malformed" => WebhookVerdict.MalformedSignature,
            "invalid:signature-missing" => WebhookVerdict.MissingSignature,
            "invalid:body-malformed" => WebhookVerdict.MalformedBody,
            var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
        });
        if (vector.Json.TryGetProperty("event", out var expected))
        {
            verification.Event!.ShouldShow(expected.GetRawText());
        }
    }

    [Test]
    public async Task The_made_address_is_accepted_for_its_reference_and_for_no_other()
    {
        var options = new MobbexWebhookOptions { Secrets = { Secret }, Confirmation = MobbexConfirmation.TokenOnly };
        var verifier = new MobbexWebhookVerifier(options);
        var body = Signer().CreateBody(Payment());

        (await verifier.VerifyAsync(new(body, [], MobbexWebhookUrl.Create(Shop, options, "order-7")))).IsVerified.Should().BeTrue();
        (await verifier.VerifyAsync(new(body, [], MobbexWebhookUrl.Create(Shop, options, "order-8")))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        (await verifier.VerifyAsync(new(body, [], Shop))).Verdict.Should().Be(WebhookVerdict.MissingSignature);
        (await verifier.VerifyAsync(new(body, []))).Verdict.Should().Be(WebhookVerdict.MissingSignature);
    }

    [Test]
    public async Task The_parameter_may_have_another_name()
    {
        var options = new MobbexWebhookOptions { Secrets = { Secret }, Confirmation = MobbexConfirmation.TokenOnly, TokenParameter = "mbbx" };
        var verifier = new MobbexWebhookVerifier(options);
        var delivery = new MobbexWebhookSigner(Secret) { TokenParameter = "mbbx" }.Sign(Payment());

        (await verifier.VerifyAsync(delivery.ToRequest())).IsVerified.Should().BeTrue();
        (await verifier.VerifyAsync(Delivery().ToRequest())).Verdict.Should().Be(WebhookVerdict.MissingSignature);
    }

    [TestCase("A")]
    [TestCase("=")]
    [TestCase("%3D")]
    public async Task A_longer_token_is_malformed(string tail)
    {
        var delivery = Delivery();
        var url = new Uri(Shop + "&cm_token=" + delivery.Query["cm_token"] + tail);

        (await CreateVerifier(Secret).VerifyAsync(new(delivery.Body, [], url))).Verdict.Should().Be(WebhookVerdict.MalformedSignature);
    }

    [TestCase("""{"type":"checkout","data":{"payment":{"id":"P","reference":"order-8","status":{"code":"200"}},"checkout":{"reference":"order-7"}}}""")]
    [TestCase("""{"data":{"checkout":{"reference":"order-7"},"payment":{"id":"P","reference":"order-8","status":{"code":"200"}}},"type":"checkout"}""")]
    [TestCase("""{"type":"checkout","data":{"payment":{"id":"P","reference":"order-7","status":{"code":"200"},"reference":"order-8"}}}""")]
    [TestCase("""{"type":"checkout","data":{"payment":{"id":"P","reference":"order-7"},"payment":{"id":"P","reference":"order-8","status":{"code":"200"}}}}""")]
    [TestCase("""{"type":"checkout","data":{"payment":{"reference":"order-7"}},"data":{"payment":{"id":"P","reference":"order-8","status":{"code":"200"}}}}""")]
    [TestCase("""{"type":"checkout","data":{"subscription":{"reference":"order-7"},"payment":{"id":"P","reference":"order-8","status":{"code":"200"}}}}""")]
    [TestCase("""{"type":"x","data":{"checkout":{"reference":"order-7"},"payment":{"id":"P","reference":"order-8","status":{"code":"200"}}},"type":"checkout"}""")]
    [TestCase("""{"type":"checkout:expired","data":{"payment":{"reference":"order-7"},"checkout":{"uid":"C","reference":"order-8"}}}""")]
    public async Task A_token_of_one_order_cannot_speak_for_another_in_the_same_body(string body)
    {
        (await CreateVerifier(Secret).VerifyAsync(new(Encoding.UTF8.GetBytes(body), [], MobbexWebhookUrl.Create(Shop, Secret, "order-7")))).Verdict
            .Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public async Task A_body_without_a_reference_is_refused_whatever_address_was_made()
    {
        var body = """{"type":"checkout","data":{"payment":{"id":"P","status":{"code":"200"}}}}"""u8.ToArray();

        (await CreateVerifier(Secret).VerifyAsync(new(body, [], MobbexWebhookUrl.Create(Shop, Secret, "order-7")))).Verdict
            .Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public async Task A_reference_counts_as_it_reads_however_it_is_written()
    {
        var url = MobbexWebhookUrl.Create(Shop, Secret, "orden-ñ/7");
        foreach (var written in new[] { "orden-ñ/7", "orden-\\u00f1\\/7", "\\u006frden-ñ/7" })
        {
            var body = """{"type":"checkout","data":{"payment":{"id":"P","reference":"@","status":{"code":"200"}}}}""".Replace("@", written, StringComparison.Ordinal);

            var verification = await CreateVerifier(Secret).VerifyAsync(new(Encoding.UTF8.GetBytes(body), [], url));

            PaymentOf(verification)!.Reference.Should().Be("orden-ñ/7");
        }
    }

    [Test]
    public async Task A_numeric_reference_is_its_digits()
    {
        var body = """{"type":"checkout","data":{"payment":{"id":"P","reference":1007,"status":{"code":"200"}}}}"""u8.ToArray();

        PaymentOf(await CreateVerifier(Secret).VerifyAsync(new(body, [], MobbexWebhookUrl.Create(Shop, Secret, "1007"))))!.Reference.Should().Be("1007");
    }

    [Test]
    public async Task A_flood_of_references_is_refused()
    {
        var flood = string.Join(',', Enumerable.Repeat("\"reference\":\"a\"", 1000));
        var body = """{"type":"x","data":{"payment":{@},"checkout":{"reference":"order-7"}}}""".Replace("@", flood, StringComparison.Ordinal);

        (await CreateVerifier(Secret).VerifyAsync(new(Encoding.UTF8.GetBytes(body), [], MobbexWebhookUrl.Create(Shop, Secret, "order-7")))).Verdict
            .Should().Be(WebhookVerdict.MalformedBody);
    }

    [Test]
    public async Task A_form_says_the_same_as_its_JSON([Values] bool isNamed)
    {
        var payment = Payment();
        var json = new MobbexWebhookSigner(Secret, Clock).Sign(payment);
        var form = new MobbexWebhookSigner(Secret, Clock) { AsForm = true }.Sign(payment);
        KeyValuePair<string, string>[] headers = isNamed ? [KeyValuePair.Create("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")] : [];

        var fromForm = await CreateVerifier(Secret).VerifyAsync(new(form.Body, headers, form.ToRequest().Url));
        var fromJson = await CreateVerifier(Secret).VerifyAsync(json.ToRequest());

        var one = PaymentOf(fromForm)!;
        var other = PaymentOf(fromJson)!;
        (one with { EventId = "", RawBody = default, Metadata = other.Metadata }).Should().Be(other with { EventId = "", RawBody = default });
        one.Metadata.Should().BeEquivalentTo(other.Metadata);
        one.RawBody.ToArray().Should().Equal(form.Body.ToArray(), "the raw body is what was received");
    }

    [Test]
    public async Task The_named_type_decides_how_the_body_is_read()
    {
        var form = new MobbexWebhookSigner(Secret, Clock) { AsForm = true }.Sign(Payment());

        (await CreateVerifier(Secret).VerifyAsync(new(form.Body, [KeyValuePair.Create("content-type", "application/json")], form.ToRequest().Url))).Verdict
            .Should().Be(WebhookVerdict.MalformedBody);
    }

    [Test]
    [NonParallelizable]
    public void A_hostile_form_costs_at_most_20_digests_of_its_bytes_and_twice_its_size()
    {
        const int Size = 64 * 1024;
        var verifier = CreateVerifier(Secret);
        var url = Delivery(OtherSecret).ToRequest().Url;
        KeyValuePair<string, string>[] headers = [KeyValuePair.Create("Content-Type", "application/x-www-form-urlencoded")];
        string[] forms =
        [
            "a=" + new string('x', Size - 2),
            "a=" + string.Concat(Enumerable.Repeat("%41", (Size / 3) - 1)),
            "a=" + new string('+', Size - 2),
            string.Join('&', Enumerable.Range(0, 900).Select(i => $"data[{i}][a][b][c]={new string('x', 50)}")),
            string.Join('&', Enumerable.Repeat("data[payment][reference]=x", 900)),
            string.Join('&', Enumerable.Range(0, 6_000).Select(i => $"a{i}=1")),
            "data%5Bpayment%5D%5Breference%5D=" + new string('x', Size - 40),
            "body=" + string.Concat(Enumerable.Repeat("%5B", (Size / 3) - 2)),
            "body=[" + string.Join(',', Enumerable.Repeat("0", (Size / 2) - 4)) + "]",
            new string('&', Size),
            new string('%', Size),
        ];
        foreach (var form in forms)
        {
            ShouldBeCheapToRefuse(verifier, new(Encoding.ASCII.GetBytes(form), headers, url), form[..30]);
        }
    }

    [TestCase("application/json", true)]
    [TestCase("application/x-www-form-urlencoded", true)]
    [TestCase("application/vnd.mobbex+json", true)]
    [TestCase("text/json", false)]
    [TestCase("multipart/form-data", false)]
    [TestCase("text/plain", false)]
    public void JSON_and_forms_are_worth_reading(string mediaType, bool expected)
    {
        ((IWebhookMediaTypes)CreateVerifier(Secret)).Accepts(mediaType).Should().Be(expected);
    }

    [Test]
    public async Task Reading_back_without_a_client_is_a_clear_error_and_never_a_pass()
    {
        var verifier = WebhookProviders.CreateVerifier(PaymentProvider.Mobbex, $$"""{"secrets":["{{Secret}}"]}""");

        (await verifier.Awaiting(it => it.VerifyAsync(Delivery().ToRequest()).AsTask()).Should().ThrowAsync<OptionsValidationException>())
            .WithMessage("*mobbex*reread*IMobbexClient*tokenOnly*");
    }

    [Test]
    public void Options_without_a_container_are_checked_when_the_verifier_is_made()
    {
        var options = new MobbexWebhookOptions { Confirmation = MobbexConfirmation.TokenOnly };
        FluentActions.Invoking(() => new MobbexWebhookVerifier(options))
            .Should().Throw<OptionsValidationException>().WithMessage("*mobbex*Secrets is empty*");

        options.Secrets.Add(Secret);
        options.TokenParameter = "a b";
        FluentActions.Invoking(() => new MobbexWebhookVerifier(options)).Should().Throw<OptionsValidationException>().WithMessage("*TokenParameter*");

        options.TokenParameter = "t";
        options.Confirmation = (MobbexConfirmation)7;
        FluentActions.Invoking(() => new MobbexWebhookVerifier(options)).Should().Throw<OptionsValidationException>().WithMessage("*Confirmation*");

        options.Confirmation = MobbexConfirmation.Reread;
        FluentActions.Invoking(() => new MobbexWebhookVerifier(options)).Should().Throw<OptionsValidationException>().WithMessage("*IMobbexClient*");
    }

    private static IEnumerable<TestCaseData> Vectors() => Vector.Load("Mobbex", "mobbex.json");
}
