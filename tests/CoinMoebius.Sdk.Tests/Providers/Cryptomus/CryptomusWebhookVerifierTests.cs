using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Cryptomus;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Providers.Cryptomus;

/// <summary>The signature lies in the body; there is no header, so what the contract says of headers holds of none.</summary>
public sealed class CryptomusWebhookVerifierTests : SecretWebhookVerifierContract
{
    protected override bool SignsMeaning => true;

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new CryptomusWebhookSigner(secret);

    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddCryptomus(section);

    protected override string RawText(SignedWebhook delivery, string body) => Encoding.UTF8.GetString(delivery.Body.Span);

    // What is no object has no place for a signature.
    protected override WebhookVerdict VerdictOf(string body) => body.StartsWith('{') ? WebhookVerdict.Verified : WebhookVerdict.MalformedBody;

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var verifier = WebhookProviders.CreateVerifier(
            PaymentProvider.Cryptomus, $$"""{"secrets":["{{vector.Secret("paymentApiKey")}}"]}""", new FixedClock(vector.Now));

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
            verification.Event.EventId.Should().Be(Digest(vector.Json.GetProperty("canonicalBase64").GetBytesFromBase64()));
        }
    }

    [TestCase("""{"type":"payment","uuid":"u","status":"paid","amount":1.0}""")]
    [TestCase("""{"type":"payment","uuid":"u","status":"paid","amount":1e-8}""")]
    [TestCase("""{"type":"payment","uuid":"u","status":"paid","convert":{}}""")]
    [TestCase("""{"type":"payment","uuid":"u","status":"paid","convert":{"0":"a","1":"b"}}""")]
    public async Task What_PHP_prints_another_way_may_be_signed_either_way(string text)
    {
        var received = Encoding.UTF8.GetBytes(text);
        var printed = Signer().Sign(received);
        var asReceived = WithSign(received, Md5(received));

        var one = await CreateVerifier(Secret).VerifyAsync(printed.ToRequest());
        var other = await CreateVerifier(Secret).VerifyAsync(new(asReceived, []));

        one.EnsureVerified().EventId.Should().NotBe(other.EnsureVerified().EventId);
        other.Event!.EventId.Should().Be(Digest(received), "it is of the text that was signed");
    }

    [Test]
    public async Task White_space_and_escapes_do_not_count_for_signature_and_event_id()
    {
        var first = Signer().Sign("""{"type":"payment","uuid":"u","status":"paid","txid":"a\/b","additional_data":"é"}"""u8.ToArray());
        var second = Signer().Sign(""" { "type" : "payment","uuid":"u","st\u0061tus":"paid", "txid":"a/b","additional_data":"\u00e9" } """u8.ToArray());

        var one = await CreateVerifier(Secret).VerifyAsync(first.ToRequest());
        var two = await CreateVerifier(Secret).VerifyAsync(second.ToRequest());

        two.EnsureVerified().EventId.Should().Be(one.EnsureVerified().EventId);
        two.Event!.RawBody.ToArray().Should().Equal(second.Body.ToArray());
    }

    [Test]
    public async Task The_event_is_read_from_the_text_that_was_signed()
    {
        // Signed: the last of equal members. The first ones would pay another order.
        var delivery = Signer().Sign(
            """{"order_id":"a","type":"payment","uuid":"u","status":"check","amount":"1.00","order_id":"b","status":"paid"}"""u8.ToArray());

        var payment = (await CreateVerifier(Secret).VerifyAsync(delivery.ToRequest())).EnsureVerified().Should().BeOfType<PaymentEvent>().Subject;

        (payment.Reference, payment.Status).Should().Be(("b", PaymentStatus.Succeeded));
    }

    [TestCase("""{"a":1}""", WebhookVerdict.MissingSignature)]
    [TestCase("""{"a":1,"sign":null}""", WebhookVerdict.MissingSignature)]
    [TestCase("""{"a":1,"sign":""}""", WebhookVerdict.MissingSignature)]
    [TestCase("""{"a":1,"sign":" \t"}""", WebhookVerdict.MissingSignature)]
    [TestCase("""{"a":1,"b":{"sign":"00000000000000000000000000000000"}}""", WebhookVerdict.MissingSignature)]
    [TestCase("""{"a":1,"Sign":"00000000000000000000000000000000"}""", WebhookVerdict.MissingSignature)]
    [TestCase("""{"a":1,"sign":5}""", WebhookVerdict.MalformedSignature)]
    [TestCase("""{"a":1,"sign":{}}""", WebhookVerdict.MalformedSignature)]
    [TestCase("""{"a":1,"sign":["00000000000000000000000000000000"]}""", WebhookVerdict.MalformedSignature)]
    [TestCase("""{"a":1,"sign":"0000000000000000000000000000000"}""", WebhookVerdict.MalformedSignature)]
    [TestCase("""{"a":1,"sign":"000000000000000000000000000000000"}""", WebhookVerdict.MalformedSignature)]
    [TestCase("""{"a":1,"sign":" 0000000000000000000000000000000"}""", WebhookVerdict.MalformedSignature)]
    [TestCase("""{"a":1,"sign":"0000000000000000000000000000000g"}""", WebhookVerdict.MalformedSignature)]
    [TestCase("""{"a":1,"sign":"A0000000000000000000000000000000"}""", WebhookVerdict.MalformedSignature)]
    [TestCase("""{"a":1,"sign":"00000000000000000000000000000000"}""", WebhookVerdict.SignatureMismatch)]
    [TestCase("""{"a":1,"sign":"\u0030\u0030000000000000000000000000000000"}""", WebhookVerdict.SignatureMismatch)]
    [TestCase("[]", WebhookVerdict.MalformedBody)]
    [TestCase("""{"sign":"00000000000000000000000000000000","a":"\ud800"}""", WebhookVerdict.MalformedBody)]
    public async Task A_signature_that_is_none_is_called_what_it_is(string body, WebhookVerdict verdict)
    {
        (await CreateVerifier(Secret).VerifyAsync(new(Encoding.UTF8.GetBytes(body), []))).Verdict.Should().Be(verdict);
    }

    [Test]
    public async Task A_signature_in_capitals_is_malformed()
    {
        var genuine = Delivery();
        var text = Encoding.UTF8.GetString(genuine.Body.Span);
        var at = text.LastIndexOf("\"sign\":\"", StringComparison.Ordinal) + 8;

        var body = Encoding.UTF8.GetBytes(text[..at] + text[at..].ToUpperInvariant());

        (await CreateVerifier(Secret).VerifyAsync(new(body, []))).Verdict.Should().Be(WebhookVerdict.MalformedSignature);
    }

    [Test]
    public async Task A_number_that_PHP_cannot_print_never_stands_for_an_empty_text()
    {
        // json_encode answers false to it, and false in Base64 is nothing: the digest would be that of the key alone.
        var body = WithSign("""{"type":"payment","uuid":"u","status":"paid","amount":1e400}"""u8.ToArray(), Md5([]));

        (await CreateVerifier(Secret).VerifyAsync(new(body, []))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Long_bodies_are_digested_in_pieces_of_no_consequence(int more)
    {
        foreach (var length in new[] { 3 * 1024, 6 * 1024, 12 * 1024, 60_000 })
        {
            var delivery = Signer().Sign(Encoding.ASCII.GetBytes($$"""{"uuid":"{{new string('x', length + more)}}"}"""));

            (await CreateVerifier(Secret).VerifyAsync(delivery.ToRequest())).IsVerified.Should().BeTrue();
        }
    }

    [Test]
    public async Task Nesting_beyond_the_budget_is_malformed_authentic_or_not([Values(512, 513, 20_000)] int depth)
    {
        // It is its own text.
        var body = Encoding.ASCII.GetBytes(
            """{"type":"payment","uuid":"u","status":"paid","x":""" + new string('[', depth - 1) + new string(']', depth - 1) + "}");

        var verification = await CreateVerifier(Secret).VerifyAsync(new(WithSign(body, Md5(body)), []));

        verification.Verdict.Should().Be(depth <= 512 ? WebhookVerdict.Verified : WebhookVerdict.MalformedBody);
        verification.Event?.EventId.Should().Be(Digest(body));
    }

    [Test]
    public void Options_without_a_container_are_checked_when_the_verifier_is_made()
    {
        FluentActions.Invoking(() => new CryptomusWebhookVerifier(new CryptomusWebhookOptions()))
            .Should().Throw<OptionsValidationException>().WithMessage("*cryptomus*Secrets is empty*");
    }

    private static IEnumerable<TestCaseData> Vectors() => Vector.Load("Cryptomus", "cryptomus.json");

    private static string Digest(byte[] text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(text))[..32];

#pragma warning disable CA5351 // Cryptomus prescribes MD5.
    private static string Md5(byte[] text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(Convert.ToBase64String(text) + Secret)));
#pragma warning restore CA5351

    private static byte[] WithSign(byte[] body, string sign) => [.. body[..^1], .. Encoding.ASCII.GetBytes($",\"sign\":\"{sign}\"}}")];
}
