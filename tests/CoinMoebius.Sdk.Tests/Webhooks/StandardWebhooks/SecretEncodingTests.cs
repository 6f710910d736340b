using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Webhooks.StandardWebhooks;

/// <summary>Services agree on the scheme and not on what their secrets are.</summary>
public sealed class SecretEncodingTests
{
    private const string Body = """{"type":"order.paid","timestamp":"2026-05-14T01:04:21Z","data":{"id":"o1"}}""";

    // One key, as each service would show it.
    private const string Bare = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Prefixed = "whsec_" + Bare;
    private const string Supabase = "v1,whsec_" + Bare;
    private const string OldPolar = "polar_whs_ZbQ5uI0GDsSMQy3pUqKRYJzYGkhHlZ3q";
    private const string NotBase64 = "whsec_pZ-kQ9_r8GKYqrTwjUPD8ILPZIo2LaLa";

    private static readonly PaymentProvider Polar = new("polar");
    private static readonly FixedClock Clock = new();

    [TestCase(Prefixed, SecretEncoding.Auto, "base64 text")]
    [TestCase(Bare, SecretEncoding.Auto, "base64")]
    [TestCase(Supabase, SecretEncoding.Auto, "base64")]
    [TestCase(OldPolar, SecretEncoding.Auto, "text")]
    [TestCase(NotBase64, SecretEncoding.Auto, "text")]
    [TestCase(Prefixed, SecretEncoding.Base64, "base64")]
    [TestCase(Bare, SecretEncoding.Base64, "base64")]
    [TestCase(Supabase, SecretEncoding.Base64, "base64")]
    [TestCase(Prefixed, SecretEncoding.Text, "text")]
    [TestCase(Bare, SecretEncoding.Text, "text")]
    [TestCase(Supabase, SecretEncoding.Text, "text")]
    [TestCase(OldPolar, SecretEncoding.Text, "text")]
    public async Task A_secret_counts_in_its_readings_and_in_no_other(string secret, SecretEncoding encoding, string readings)
    {
        var options = new StandardWebhooksOptions { Secrets = { secret }, SecretEncoding = encoding };
        var verifier = new StandardWebhooksVerifier(Polar, options, Clock);
        foreach (var (signer, reading) in new[] { (Decoded(secret), "base64"), (OfText(secret), "text") })
        {
            if (signer is not null)
            {
                (await verifier.VerifyAsync(signer.Sign(Bytes()).ToRequest())).Verdict
                    .Should().Be(readings.Contains(reading, StringComparison.Ordinal) ? WebhookVerdict.Verified : WebhookVerdict.SignatureMismatch, reading);
            }
        }
    }

    [TestCase(OldPolar, SecretEncoding.Base64)]
    [TestCase(NotBase64, SecretEncoding.Base64)]
    public void A_text_is_no_base64(string secret, SecretEncoding encoding)
    {
        Verifying(secret, encoding).Should().Throw<OptionsValidationException>().WithMessage("*polar webhooks: Secrets[0] is not base64*set SecretEncoding to text*");
        FluentActions.Invoking(() => new StandardWebhookSigner(Polar, secret, encoding)).Should().Throw<FormatException>();
    }

    // The documented set-up, docs/standard-webhooks.md: what Polar shows today, what it showed before, and what it showed before that.
    [TestCase(Prefixed, SecretEncoding.Auto)]
    [TestCase(Prefixed, SecretEncoding.Text)]
    [TestCase(OldPolar, SecretEncoding.Auto)]
    public async Task The_documented_set_up_takes_every_secret_that_Polar_has_shown(string secret, SecretEncoding polars)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Polar:WebhookSecret", secret + "\n")]).Build();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock);
        services.AddCoinMoebiusWebhooks().AddStandardWebhooks(Polar, options => options.Secrets.Add(configuration["Polar:WebhookSecret"]!));
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();

        var verification = await provider.GetRequiredService<IWebhookVerifiers>().Find(Polar, "")!
            .VerifyAsync(new StandardWebhookSigner(Polar, secret, polars, Clock).Sign(Bytes(), "msg_1").ToRequest());

        verification.EnsureVerified().ShouldShow("""{"kind":"unmapped","provider":"polar","eventId":"msg_1","eventType":"order.paid"}""");
    }

    [Test]
    public async Task A_secret_of_one_form_does_not_spoil_those_of_others()
    {
        var options = new StandardWebhooksOptions { Secrets = { OldPolar, Supabase, NotBase64 } };
        var verifier = new StandardWebhooksVerifier(Polar, options, Clock);

        foreach (var secret in options.Secrets)
        {
            (await verifier.VerifyAsync((Decoded(secret) ?? OfText(secret)).Sign(Bytes()).ToRequest())).IsVerified.Should().BeTrue();
        }
    }

    [TestCase("text", SecretEncoding.Text)]
    [TestCase("Text", SecretEncoding.Text)]
    [TestCase("base64", SecretEncoding.Base64)]
    [TestCase("auto", SecretEncoding.Auto)]
    public async Task The_option_is_read_from_JSON_and_from_a_configuration(string text, SecretEncoding encoding)
    {
        var id = new PaymentProvider(WebhookProviders.StandardWebhooks);
        var fromJson = WebhookProviders.CreateVerifier(id, $$"""{"secrets":["{{Prefixed}}"],"secretEncoding":"{{text}}"}""", Clock);
        var section = new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:0", Prefixed), new("SecretEncoding", text)]).Build();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock);
        services.AddCoinMoebiusWebhooks().AddStandardWebhooks(Polar, section);
        await using var provider = services.BuildServiceProvider();

        foreach (var verifier in new[] { fromJson, provider.GetRequiredService<IWebhookVerifiers>().Find(Polar, "")! })
        {
            (await verifier.VerifyAsync(OfText(Prefixed).Sign(Bytes()).ToRequest())).IsVerified.Should().Be(encoding != SecretEncoding.Base64);
            (await verifier.VerifyAsync(Decoded(Prefixed)!.Sign(Bytes()).ToRequest())).IsVerified.Should().Be(encoding != SecretEncoding.Text);
        }
    }

    [Test]
    public void Changing_the_encoding_has_the_secrets_checked_anew()
    {
        // 20 characters that say 15 bytes.
        var options = new StandardWebhooksOptions { Secrets = { "MfKQ9r8GKYqrTwjUPD8I" }, SecretEncoding = SecretEncoding.Text };
        var verifier = new StandardWebhooksVerifier(Polar, options, Clock);
        var request = OfText("MfKQ9r8GKYqrTwjUPD8I").Sign(Bytes()).ToRequest();

        verifier.Invoking(it => it.VerifyAsync(request).AsTask().GetAwaiter().GetResult()).Should().NotThrow();
        options.SecretEncoding = SecretEncoding.Base64;
        verifier.Invoking(it => it.VerifyAsync(request).AsTask().GetAwaiter().GetResult())
            .Should().Throw<OptionsValidationException>().WithMessage("*15 decoded bytes*");
    }

    // Behind whsec_ both readings count, and the shorter key is the weaker one.
    [TestCase("whsec_MfKQ9r8GKYqrTwjUPD8I", SecretEncoding.Auto, "*15 decoded bytes*")]
    [TestCase("whsec_MfKQ9r8GKYqrTwj", SecretEncoding.Text, "*15 characters*")]
    [TestCase("whsk_nVJ0n5Iz0cTYJPZ6m6ZNGoaQFsb6ZQSbc0A6PZzvhFtOXPK8tA==", SecretEncoding.Text, "*private key*")]
    [TestCase("shortone", SecretEncoding.Text, "*8 characters*")]
    [TestCase("changeme", SecretEncoding.Text, "*placeholder*")]
    [TestCase(Prefixed, (SecretEncoding)7, "*SecretEncoding is 7*auto, base64 or text*")]
    public void A_weak_secret_is_refused_in_every_reading(string secret, SecretEncoding encoding, string message) =>
        Verifying(secret, encoding).Should().Throw<OptionsValidationException>().WithMessage(message);

    private static Action Verifying(string secret, SecretEncoding encoding) =>
        () => _ = new StandardWebhooksVerifier(Polar, new StandardWebhooksOptions { Secrets = { secret }, SecretEncoding = encoding }, Clock);

    private static byte[] Bytes() => System.Text.Encoding.UTF8.GetBytes(Body);

    private static StandardWebhookSigner OfText(string secret) => new(Polar, secret, SecretEncoding.Text, Clock);

    private static StandardWebhookSigner? Decoded(string secret) =>
        secret.EndsWith(Bare, StringComparison.Ordinal) ? new(Polar, secret, SecretEncoding.Base64, Clock) : null;
}
