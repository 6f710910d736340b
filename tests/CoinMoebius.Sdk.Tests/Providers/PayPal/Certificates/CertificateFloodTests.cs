using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Providers.PayPal.Signing;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Sdk.Tests.Providers.PayPal.Certificates;

/// <summary>What strangers can do with requests that name certificates of their invention.</summary>
public sealed class CertificateFloodTests
{
    private const string WebhookId = "8PT597110X687430L";
    private const int ThreeDays = 3 * 24 * 60;

    private readonly FixedClock _clock = new();
    private readonly PayPalTestCertificate _certificate = PayPalTestCertificate.Shared;
    private int _madeUp;

    [TestCase(20, 1, ThreeDays, Category = Exhaustive.Category)]
    [TestCase(200, 1, 60)]
    [TestCase(200, 2, 60, Description = "each made-up certificate is named twice")]
    public async Task Strangers_cannot_keep_PayPals_certificate_out(int perMinute, int times, int minutes)
    {
        var verifier = Verifier();
        var (accepted, unavailable) = (0, 0);
        for (var minute = 0; minute < minutes; minute++)
        {
            var delivery = Delivery();
            for (var i = 0; i < perMinute / times; i++)
            {
                var forged = Forged(delivery);
                for (var time = 0; time < times; time++)
                {
                    (await IsAcceptedAsync(verifier, forged)).Should().NotBeTrue();
                }
            }

            var answer = await IsAcceptedAsync(verifier, delivery);
            accepted += answer == true ? 1 : 0;
            unavailable += answer is null ? 1 : 0;
            _clock.Now += TimeSpan.FromMinutes(1);
        }

        // PayPal sends what was answered 503 again.
        unavailable.Should().BeLessOrEqualTo(times + 1);
        accepted.Should().Be(minutes - unavailable);
    }

    [Test]
    public async Task A_certificate_that_is_known_is_never_refused_for_what_strangers_have_spent()
    {
        var options = Options();
        var verifier = Verifier(options);
        (await IsAcceptedAsync(verifier, Delivery())).Should().BeTrue();
        await SpendAsync(verifier);

        // With other roots it must be fetched and judged once more.
        options.TrustedRoots.Add(_certificate.RootPem);

        (await IsAcceptedAsync(verifier, Delivery())).Should().BeTrue();
    }

    [Test]
    public async Task A_certificate_in_the_directory_outlives_a_restart_and_needs_no_request()
    {
        using var directory = new TemporaryDirectory();
        (await IsAcceptedAsync(Verifier(Options(directory)), Delivery())).Should().BeTrue();

        var server = new FakePayPal();
        var restarted = new PayPalWebhookVerifier(Options(directory), server.CreateClient(), _clock);

        (await IsAcceptedAsync(restarted, Delivery())).Should().BeTrue();
        server.Calls.Should().BeEmpty();
        directory.Files.Should().ContainSingle().Which.Name.Should().Be($"api.sandbox.paypal.com_{_certificate.Url.Segments[^1]}.pem");
    }

    [Test]
    public async Task Strangers_write_no_files()
    {
        using var directory = new TemporaryDirectory();
        var verifier = Verifier(Options(directory));
        var delivery = Delivery();

        // One that names the real certificate, and some that name none.
        (await IsAcceptedAsync(verifier, delivery with { Body = "{\"forged\":1}"u8.ToArray() })).Should().BeFalse();
        await SpendAsync(verifier);
        directory.Files.Should().BeEmpty();

        (await IsAcceptedAsync(verifier, delivery)).Should().BeTrue();
        directory.Files.Should().ContainSingle();
    }

    [TestCase("not a certificate")]
    [TestCase("")]
    [TestCase("foreign")]
    public async Task A_file_that_somebody_has_changed_counts_for_nothing(string content)
    {
        using var directory = new TemporaryDirectory();
        (await IsAcceptedAsync(Verifier(Options(directory)), Delivery())).Should().BeTrue();
        using var foreign = new TestPki();
        var file = directory.Files.Single().FullName;
        await File.WriteAllTextAsync(file, content == "foreign" ? foreign.Leaf() : content);
        await File.WriteAllTextAsync(Path.Combine(file, "..", "api.sandbox.paypal.com_CERT-evil.pem"), foreign.Leaf());

        var restarted = Verifier(Options(directory));

        (await IsAcceptedAsync(restarted, Delivery())).Should().BeTrue("it is fetched again");
        restarted.CertificateAnswerCount.Should().Be(1);
        (await File.ReadAllTextAsync(file)).Should().Be(_certificate.Pem, "the next start needs no request");
    }

    [Test]
    public void A_directory_that_cannot_be_used_ends_the_start()
    {
        using var directory = new TemporaryDirectory();
        var options = Options(directory);
        options.CertificateDirectory += "-elsewhere";

        FluentActions.Invoking(() => new PayPalWebhookVerifier(options)).Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>()
            .WithMessage("*CertificateDirectory*does not exist*");
        directory.Files.Should().BeEmpty();
    }

    private static async Task<bool?> IsAcceptedAsync(PayPalWebhookVerifier verifier, SignedWebhook delivery)
    {
        try
        {
            return (await verifier.VerifyAsync(delivery.ToRequest())).IsVerified;
        }
        catch (WebhookVerificationUnavailableException)
        {
            // Between two requests there is time to fetch what was put first.
            await verifier.EndOfFetchesAsync();
            return null;
        }
    }

    /// <summary>Spends what strangers may spend in a minute.</summary>
    private async Task SpendAsync(PayPalWebhookVerifier verifier)
    {
        for (var i = 0; i < CertificateStore.MaxFetchesPerMinute; i++)
        {
            await IsAcceptedAsync(verifier, Forged(Delivery()));
        }
    }

    private PayPalWebhookVerifier Verifier(PayPalWebhookOptions? options = null) =>
        new(options ?? Options(), FakePayPal.Serving((_certificate.Url.AbsolutePath, _certificate.Pem)).CreateClient(), _clock);

    private PayPalWebhookOptions Options(TemporaryDirectory? directory = null)
    {
        var options = new PayPalWebhookOptions { WebhookId = WebhookId, Environment = PayPalEnvironment.Sandbox, CertificateDirectory = directory?.Path };
        options.TrustedRoots.Add(_certificate.RootPem);
        return options;
    }

    private SignedWebhook Delivery() => new PayPalWebhookSigner(WebhookId, timeProvider: _clock).Sign("{}"u8.ToArray());

    private SignedWebhook Forged(SignedWebhook delivery)
    {
        var headers = delivery.Headers.ToDictionary();
        headers["PAYPAL-CERT-URL"] = $"https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-{_madeUp++:x8}";
        return delivery with { Headers = headers };
    }

    private sealed class TemporaryDirectory : IDisposable
    {
        private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("coinmoebius-");

        public string Path => _directory.FullName;

        public FileInfo[] Files => _directory.GetFiles();

        public void Dispose() => _directory.Delete(recursive: true);
    }
}
