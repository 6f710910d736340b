using System.Text.Json;
using CoinMoebius.Cli.Tests.Support;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Cli.Tests.Webhooks;

public sealed class OneRequestTests
{
    private static readonly string[] Common = ["webhooks", "verify", "--provider", "stripe", "--body", "-", "--now", StripeCase.Time];

    private static string Header => "stripe-signature: " + StripeCase.Delivery().Headers["Stripe-Signature"];

    private static byte[] Body => StripeCase.Delivery().Body.ToArray();

    [Test]
    public async Task A_genuine_request_is_described()
    {
        var run = await CommandLine.RunAsync(Body, null, [.. Common, "--secret", StripeCase.Secret, "--header", Header]);

        run.Code.Should().Be(ExitCode.Success);
        run.Out.Should().StartWith("verified: stripe checkout.session.completed\n{\n").And.Contain("\"amount\": \"19.99\"").And.EndWith("}\n");
    }

    [Test]
    public async Task A_forged_one_comes_with_advice()
    {
        var run = await CommandLine.RunAsync([.. Body, (byte)'\n'], null, [.. Common, "--secret", StripeCase.Secret, "--header", Header]);

        run.Code.Should().Be(ExitCode.Failure);
        run.Out.Should().StartWith("rejected: SignatureMismatch\nThe body differs from the signed one");
    }

    [Test]
    public async Task Json_is_the_same_object_as_on_a_line()
    {
        var run = await CommandLine.RunAsync(Body, null, [.. Common, "--json", "--secret", StripeCase.Secret, "--header", Header]);

        run.Results.Should().ContainSingle();
        run.Out.Should().StartWith("""{"id":null,"outcome":"verified","event":{"kind":"payment",""");
    }

    [Test]
    public async Task Secrets_may_come_from_the_environment_a_file_or_the_options()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, StripeCase.Secret + "\r\n");
            foreach (var from in new string[][]
            {
                ["--secret-env", "STRIPE_SECRET"],
                ["--secret-file", file],
                ["--options", $$"""{"secrets":["{{StripeCase.Secret}}"]}""", "--secret", "whsec_an_older_one"],
            })
            {
                var run = await CommandLine.RunAsync(
                    Body, io => io with { Variable = name => name == "STRIPE_SECRET" ? StripeCase.Secret : null }, [.. Common, "--header", Header, .. from]);

                run.Out.Should().StartWith("verified", because: from[0]);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task Options_and_body_may_come_from_files()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var options = Path.Combine(folder.FullName, "options.json");
            var body = Path.Combine(folder.FullName, "body.json");
            await File.WriteAllTextAsync(options, JsonSerializer.Serialize(new { secrets = new[] { StripeCase.Secret } }));
            await File.WriteAllBytesAsync(body, Body);

            var run = await CommandLine.RunAsync(
                "", "webhooks", "verify", "--provider", "stripe", "--body", body, "--now", "2026-05-14T01:10:21Z", "--tolerance", "00:06:00",
                "--options", "@" + options, "--header", Header);

            run.Out.Should().StartWith("verified");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [TestCase("auto", "verified")]
    [TestCase("text", "verified")]
    [TestCase("base64", "rejected: SignatureMismatch")]
    public async Task The_options_say_how_a_secret_holds_its_key(string encoding, string outcome)
    {
        const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        var provider = new PaymentProvider(WebhookProviders.StandardWebhooks);
        var delivery = new StandardWebhookSigner(provider, Secret, SecretEncoding.Text, new StripeCase.StoppedClock()).Sign("{}"u8.ToArray());

        var run = await CommandLine.RunAsync(
            delivery.Body.ToArray(),
            null,
            [
                "webhooks", "verify", "--provider", provider.Value, "--body", "-", "--now", StripeCase.Time, "--secret", Secret,
                "--options", $$"""{"secretEncoding":"{{encoding}}"}""",
                .. delivery.Headers.SelectMany(header => new[] { "--header", $"{header.Key}: {header.Value}" }),
            ]);

        run.Out.Should().StartWith(outcome);
    }

    [Test]
    public async Task Options_that_are_no_use_are_an_error_without_the_secret()
    {
        var run = await CommandLine.RunAsync(
            Body, null, [.. Common, "--header", Header, "--options", $$"""{"secrets":"{{StripeCase.Secret}}"}"""]);

        run.Code.Should().Be(ExitCode.Failure);
        run.Error.Should().StartWith("error: bad options: $.secrets").And.NotContain(StripeCase.Secret);
        run.Out.Should().BeEmpty();
    }

    [TestCase("--secret-env", "NOT_SET", "NOT_SET")]
    [TestCase("--secret-file", "no-such-file", "no-such-file")]
    [TestCase("--header", "without-colon", "Name: value")]
    public async Task What_is_not_there_is_a_usage_error(string flag, string value, string message)
    {
        var run = await CommandLine.RunAsync(Body, null, [.. Common, flag, value]);

        run.Code.Should().Be(ExitCode.Usage);
        run.Error.Should().Contain(message);
    }
}
