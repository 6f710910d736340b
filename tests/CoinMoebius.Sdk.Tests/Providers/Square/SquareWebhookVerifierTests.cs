using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Square;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Providers.Square;

public sealed class SquareWebhookVerifierTests : SecretWebhookVerifierContract
{
    private const string Header = "x-square-hmacsha256-signature";
    private const string Url = "https://shop.example/webhooks/square?shop=1";

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new SquareWebhookSigner(secret, Url, clock);

    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddSquare(section);

    protected override Dictionary<string, string?> Settings(params string[] secrets) =>
        new(base.Settings(secrets)) { ["NotificationUrl"] = Url };

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var options = JsonSerializer.Serialize(new { secrets = new[] { vector.Secret("signatureKey") }, notificationUrl = vector.Json.GetProperty("url").GetString() });

        var verification = await WebhookProviders.CreateVerifier(PaymentProvider.Square, options).VerifyAsync(vector.ToRequest());

        verification.Verdict.Should().Be(vector.Expectation switch
        {
            "valid" => WebhookVerdict.Verified,
            "invalid:signature" => WebhookVerdict.SignatureMismatch,
            "invalid:missing-header" => WebhookVerdict.MissingSignature,
            var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
        });
    }

    [TestCase("http://10.0.0.7:8080/webhooks/square")]
    [TestCase("https://attacker.example/")]
    [TestCase(null)]
    public async Task The_url_of_the_request_does_not_matter(string? called)
    {
        var request = Delivery().ToRequest(called is null ? null : new Uri(called));

        (await CreateVerifier(Secret).VerifyAsync(request)).IsVerified.Should().BeTrue();
    }

    [TestCase("http://shop.example/webhooks/square?shop=1")]
    [TestCase("https://SHOP.example/webhooks/square?shop=1")]
    [TestCase("https://shop.example:443/webhooks/square?shop=1")]
    [TestCase("https://shop.example/webhooks/square/?shop=1")]
    [TestCase("https://shop.example/webhooks/square")]
    [TestCase("https://shop.example/webhooks/%73quare?shop=1")]
    [TestCase("https://shop.example/webhooks/square?shop=1#")]
    public async Task Another_text_of_the_configured_url_does_not_match_even_when_the_request_came_to_the_signed_one(string configured)
    {
        var verifier = new SquareWebhookVerifier(Options(configured));

        (await verifier.VerifyAsync(Delivery().ToRequest(new Uri(Url)))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [TestCase("http://localhost:5000/webhooks/square")]
    [TestCase("HTTPS://Shop.Example:443/a/../webhooks/%7Esquare/")]
    [TestCase("https://shop.example/söder?größe=1")]
    public async Task The_url_is_signed_as_the_text_that_is_configured(string url)
    {
        var delivery = new SquareWebhookSigner(Secret, url).Sign(Payment());

        (await new SquareWebhookVerifier(Options(url)).VerifyAsync(delivery.ToRequest())).IsVerified.Should().BeTrue();
    }

    [Test]
    public async Task A_changed_url_counts_from_the_next_delivery_on()
    {
        var options = Options(Url);
        var verifier = new SquareWebhookVerifier(options);
        (await verifier.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();

        options.NotificationUrl = "https://shop.example/moved";

        (await verifier.VerifyAsync(Delivery().ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        var moved = new SquareWebhookSigner(Secret, "https://shop.example/moved").Sign(Payment());
        (await verifier.VerifyAsync(moved.ToRequest())).IsVerified.Should().BeTrue();
    }

    [TestCase("{0}", WebhookVerdict.Verified)]
    [TestCase(" {0} ", WebhookVerdict.Verified)]
    [TestCase("{0}=", WebhookVerdict.MalformedSignature)]
    [TestCase("{0}\n", WebhookVerdict.MalformedSignature)]
    [TestCase("\"{0}\"", WebhookVerdict.MalformedSignature)]
    [TestCase("{0}, {0}", WebhookVerdict.MalformedSignature)]
    [TestCase("sha256={0}", WebhookVerdict.MalformedSignature)]
    [TestCase("====", WebhookVerdict.MalformedSignature)]
    [TestCase("AAAA====", WebhookVerdict.MalformedSignature)]
    [TestCase("AAA", WebhookVerdict.MalformedSignature)]
    [TestCase("1z2n3DEJJiUPKcPzQo1ftvbxGdw=", WebhookVerdict.SignatureMismatch)]
    [TestCase("AAAA", WebhookVerdict.SignatureMismatch)]
    public async Task The_header_is_base64_of_a_digest(string form, WebhookVerdict expected)
    {
        var delivery = Delivery();
        var header = form.Replace("{0}", delivery.Headers[Header]);

        (await CreateVerifier(Secret).VerifyAsync(new(delivery.Body, [KeyValuePair.Create(Header, header)]))).Verdict.Should().Be(expected);
    }

    [Test]
    public async Task The_digest_in_the_alphabet_of_urls_or_without_padding_is_malformed()
    {
        // A digest that has both characters the two alphabets differ in.
        var delivery = Enumerable.Range(0, 1000)
            .Select(i => Signer().Sign(Payment() with { EventId = $"e-{i}" }))
            .First(signed => signed.Headers[Header] is var text && text.Contains('+') && text.Contains('/'));
        var right = delivery.Headers[Header];

        foreach (var other in new[] { right.Replace('+', '-').Replace('/', '_'), right.TrimEnd('=') })
        {
            (await CreateVerifier(Secret).VerifyAsync(new(delivery.Body, [KeyValuePair.Create(Header, other)]))).Verdict
                .Should().Be(WebhookVerdict.MalformedSignature, other);
        }
    }

    [Test]
    public async Task The_older_header_proves_nothing()
    {
        var delivery = Delivery();

        (await CreateVerifier(Secret).VerifyAsync(new(delivery.Body, [KeyValuePair.Create("x-square-signature", delivery.Headers[Header])])))
            .Verdict.Should().Be(WebhookVerdict.MissingSignature);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("/webhooks/square")]
    [TestCase("shop.example/webhooks/square")]
    [TestCase("ftp://shop.example/webhooks/square")]
    [TestCase("file:///webhooks/square")]
    [TestCase("https://")]
    [TestCase(" https://shop.example/webhooks/square")]
    [TestCase("https://shop.example/webhooks/square\n")]
    [TestCase("https://shop.example/web hooks")]
    public void A_notification_url_is_an_absolute_web_address(string? url)
    {
        FluentActions.Invoking(() => new SquareWebhookVerifier(Options(url!)))
            .Should().Throw<OptionsValidationException>().WithMessage("*square*NotificationUrl*");
    }

    [Test]
    public void A_missing_notification_url_fails_at_start_up()
    {
        Host(base.Settings(Secret)).Services.GetRequiredService<IStartupValidator>().Invoking(validator => validator.Validate())
            .Should().Throw<OptionsValidationException>().WithMessage("*square*NotificationUrl is empty*Developer Console*");
    }

    [Test]
    public void Options_as_JSON_take_nothing_else()
    {
        FluentActions.Invoking(() => WebhookProviders.CreateVerifier(
                PaymentProvider.Square, $$"""{"secrets":["{{Secret}}"],"notificationURL":"{{Url}}"}"""))
            .Should().Throw<JsonException>();
    }

    [Test]
    public async Task A_second_account_has_its_own_key_and_url()
    {
        const string OtherUrl = "https://shop.example/webhooks/square/eu";
        var services = new ServiceCollection();
        services.AddCoinMoebiusWebhooks()
            .AddSquare(options => { options.Secrets.Add(Secret); options.NotificationUrl = Url; })
            .AddSquare("eu", options => { options.Secrets.Add(Secret); options.NotificationUrl = OtherUrl; });
        await using var provider = services.BuildServiceProvider();
        var verifiers = provider.GetRequiredService<IWebhookVerifiers>();

        var main = verifiers.Find(PaymentProvider.Square)!;
        var eu = verifiers.Find(PaymentProvider.Square, "eu")!;
        var european = new SquareWebhookSigner(Secret, OtherUrl).Sign(Payment());

        (await main.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();
        (await eu.VerifyAsync(Delivery().ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        (await eu.VerifyAsync(european.ToRequest())).IsVerified.Should().BeTrue();
        (await main.VerifyAsync(european.ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public async Task A_signer_without_a_url_signs_the_one_that_is_called()
    {
        IWebhookSigner signer = new SquareWebhookSigner(Secret);
        var verifier = new SquareWebhookVerifier(Options(Url));

        (await verifier.VerifyAsync(signer.Sign(Payment(), new Uri(Url)).ToRequest())).IsVerified.Should().BeTrue();
        (await verifier.VerifyAsync(signer.Sign(Payment(), new Uri("https://shop.example/")).ToRequest())).IsVerified.Should().BeFalse();
        signer.Invoking(it => it.Sign("{}"u8.ToArray())).Should().Throw<InvalidOperationException>().WithMessage("*notification URL*");
    }

    [Test]
    public async Task A_signer_with_a_url_signs_it_wherever_a_delivery_is_sent()
    {
        var delivery = Signer().Sign(Payment(), new Uri("http://localhost:5000/webhooks/square"));

        (await CreateVerifier(Secret).VerifyAsync(delivery.ToRequest())).IsVerified.Should().BeTrue();
    }

    [Test]
    public async Task What_the_signer_makes_has_money_and_reference_of_the_payment()
    {
        var signer = Signer();
        var verifier = CreateVerifier(Secret);

        var paid = (PaymentEvent)(await verifier.VerifyAsync(signer.Sign(Payment() with { Amount = 500m, Currency = "JPY" }).ToRequest())).EnsureVerified();
        var refunded = (PaymentEvent)(await verifier.VerifyAsync(
            signer.Sign(Payment() with { Status = PaymentStatus.Refunded, MovedAmount = 5.25m }).ToRequest())).EnsureVerified();

        (paid.Amount, paid.Currency, paid.Reference, paid.CustomerRef).Should().Be((500m, "JPY", "order-7", "user_42"));
        (refunded.Amount, refunded.Currency, refunded.PaymentId).Should().Be((5.25m, "USD", paid.PaymentId));
        signer.Invoking(it => it.CreateBody(Payment() with { Status = PaymentStatus.Partial }))
            .Should().Throw<NotSupportedException>().WithMessage("*square*partial*");
    }

    private static SquareWebhookOptions Options(string url) => new() { Secrets = { Secret }, NotificationUrl = url };

    private static IEnumerable<TestCaseData> Vectors() => Vector.Load("Square", "square.json");
}
