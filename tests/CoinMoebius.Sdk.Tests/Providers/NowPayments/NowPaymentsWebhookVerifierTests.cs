using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.NowPayments;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Providers.NowPayments;

public sealed class NowPaymentsWebhookVerifierTests : SecretWebhookVerifierContract
{
    private const string Header = "x-nowpayments-sig";

    protected override bool SignsMeaning => true;

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new NowPaymentsWebhookSigner(secret, clock);

    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddNowPayments(section);

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var verifier = WebhookProviders.CreateVerifier(
            PaymentProvider.NowPayments, $$"""{"secrets":["{{vector.Secret("ipnSecret")}}"]}""", new FixedClock(vector.Now));

        var verification = await verifier.VerifyAsync(vector.ToRequest());

        verification.Verdict.Should().Be(vector.Expectation switch
        {
            "valid" => WebhookVerdict.Verified,
            "invalid:signature-mismatch" => WebhookVerdict.SignatureMismatch,
            "invalid:signature-malformed" => WebhookVerdict.MalformedSignature,
            "invalid:signature-missing" => WebhookVerdict.MissingSignature,
            "invalid:body-malformed" => WebhookVerdict.MalformedBody,
            var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
        });
        if (vector.IsValid)
        {
            verification.Event!.RawBody.ToArray().Should().Equal(vector.Body());
            if (!vector.Json.TryGetProperty("variant", out var variant) || variant.GetString() == "arrays-kept")
            {
                verification.Event.EventId.Should().Be(Digest(vector.Json.GetProperty("canonicalBase64").GetBytesFromBase64()));
            }
        }
    }

    [Test]
    public async Task Order_of_members_and_white_space_do_not_count_for_signature_and_event_id()
    {
        var signer = Signer();
        var first = """{"payment_id":1,"payment_status":"finished","fee":{"b":1,"a":[1.0,2]}}"""u8.ToArray();
        var second = """ { "fee" : {"a":[1,2.0],"b":1e0}, "payment_status":"fin\u0069shed", "payment_id":1.0 } """u8.ToArray();

        var one = await CreateVerifier(Secret).VerifyAsync(new(first, signer.Sign(second).Headers));
        var two = await CreateVerifier(Secret).VerifyAsync(new(second, signer.Sign(first).Headers));

        one.IsVerified.Should().BeTrue();
        two.Event!.EventId.Should().Be(one.Event!.EventId);
        two.Event.RawBody.ToArray().Should().Equal(second);
    }

    [Test]
    public async Task The_event_is_read_from_the_text_that_was_signed()
    {
        // Signed: the last of equal members, numbers as doubles. The first members would pay another order.
        var body = """{"order_id":"a","payment_id":9007199254740993,"payment_status":"waiting","price_amount":1.10,"order_id":"b","payment_status":"finished"}"""u8.ToArray();

        var payment = await Verify(body);

        payment.Reference.Should().Be("b");
        payment.Status.Should().Be(PaymentStatus.Succeeded);
        payment.PaymentId.Should().Be("9007199254740992");
        payment.Amount.Should().Be(1.1m);
    }

    [Test]
    public async Task The_event_id_is_of_the_form_that_verified()
    {
        var body = """{"payment_status":"waiting","payment_id":1,"payment_extra_ids":["b",{}]}"""u8.ToArray();
        var asObjects = """{"payment_extra_ids":{"0":"b","1":{}},"payment_id":1,"payment_status":"waiting"}"""u8.ToArray();
        var headers = new Dictionary<string, string> { [Header] = Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(Secret), asObjects)) };

        var verification = await CreateVerifier(Secret).VerifyAsync(new(body, headers));

        verification.EnsureVerified().EventId.Should().Be(Digest(asObjects));
    }

    [TestCase("{0}")]
    [TestCase("  {0}\t")]
    [TestCase("{1}")]
    public async Task The_signature_counts_in_any_case_and_with_blanks_around_it(string form)
    {
        var delivery = Delivery();
        var hex = delivery.Headers[Header];
        var header = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, hex, hex.ToUpperInvariant());

        (await CreateVerifier(Secret).VerifyAsync(new(delivery.Body, [KeyValuePair.Create(Header, header)]))).IsVerified.Should().BeTrue();
    }

    [Test]
    public async Task A_secret_pasted_with_white_space_around_it_is_the_secret_without(
        [Values(Secret + "\n", " " + Secret, "\t" + Secret + "\r\n")] string pasted)
    {
        (await CreateVerifier(OtherSecret, pasted).VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();
    }

    [Test]
    public void Options_without_a_container_are_checked_when_the_verifier_is_made()
    {
        FluentActions.Invoking(() => new NowPaymentsWebhookVerifier(new NowPaymentsWebhookOptions()))
            .Should().Throw<OptionsValidationException>().WithMessage("*nowpayments*Secrets is empty*");
    }

    [TestCase("""{"payment_id":1,"payment_status":"finished","\ud800 a name longer than those that are looked for":1}""")]
    [TestCase("""{"parent_payment_\ud800":1,"payment_id":1,"payment_status":"finished"}""")]
    [TestCase("""{"order_id":"\ud800","parent_payment_id":"\udfff","payment_id":1,"payment_status":"finished"}""")]
    public async Task Broken_text_in_an_authentic_body_is_unmapped_and_never_thrown_at(string json)
    {
        // The members are in order already, so this body is its own canonical text.
        var body = Encoding.ASCII.GetBytes(json);
        var headers = new Dictionary<string, string> { [Header] = Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(Secret), body)) };

        var verification = await CreateVerifier(Secret).VerifyAsync(new(body, headers));

        verification.EnsureVerified().Should().BeOfType<UnmappedEvent>().Which.EventId.Should().Be(Digest(body));
    }

    [Test]
    public async Task Nesting_beyond_the_budget_is_malformed_authentic_or_not([Values(512, 513, 20_000)] int depth)
    {
        var body = Encoding.ASCII.GetBytes(
            """{"payment_id":1,"payment_status":"finished","x":""" + new string('[', depth - 1) + new string(']', depth - 1) + "}");
        var headers = new Dictionary<string, string>
        {
            // The members are in order already, so this body is its own canonical text.
            [Header] = Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(Secret), body)),
        };

        var verification = await CreateVerifier(Secret).VerifyAsync(new(body, headers));

        verification.Verdict.Should().Be(depth <= 512 ? WebhookVerdict.Verified : WebhookVerdict.MalformedBody);
        verification.Event?.EventId.Should().Be(Digest(body));
    }

    [Test]
    public async Task A_second_account_has_its_own_secret()
    {
        var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection();
        services.AddCoinMoebiusWebhooks()
            .AddNowPayments(options => options.Secrets.Add(Secret))
            .AddNowPayments("eu", options => options.Secrets.Add(OtherSecret));
        using var provider = Microsoft.Extensions.DependencyInjection.ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services);
        var verifiers = (IWebhookVerifiers)provider.GetService(typeof(IWebhookVerifiers))!;

        var main = verifiers.Find(PaymentProvider.NowPayments)!;
        var eu = verifiers.Find(PaymentProvider.NowPayments, "eu")!;

        (await main.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();
        (await eu.VerifyAsync(Delivery().ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        (await eu.VerifyAsync(Delivery(OtherSecret).ToRequest())).IsVerified.Should().BeTrue();
    }

    private async Task<PaymentEvent> Verify(byte[] body) =>
        (await CreateVerifier(Secret).VerifyAsync(Signer().Sign(body).ToRequest())).EnsureVerified().Should().BeOfType<PaymentEvent>().Subject;

    private static string Digest(byte[] signed) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(signed))[..32];

    private static IEnumerable<TestCaseData> Vectors() => Vector.Load("NowPayments", "nowpayments.json");
}
