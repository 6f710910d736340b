using System.Globalization;
using System.IO.Hashing;
using System.Net;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Providers.PayPal.Signing;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Providers.PayPal.Certificates;

/// <summary>Where certificates come from, seen through the verifier.</summary>
public sealed class CertificateStoreTests
{
    private const string WebhookId = "8PT597110X687430L";

    private readonly FixedClock _clock = new();
    private readonly PayPalTestCertificate _certificate = PayPalTestCertificate.Shared;

    [Test]
    public async Task A_certificate_is_fetched_once()
    {
        var server = Serving(_certificate.Pem);
        var verifier = Verifier(server);
        for (var i = 0; i < 5; i++)
        {
            (await verifier.VerifyAsync(Delivery().ToRequest())).Verdict.Should().Be(WebhookVerdict.Verified);
        }

        server.Calls.Should().ContainSingle().Which.Url.Should().Be(_certificate.Url);
    }

    [Test]
    public async Task Those_who_wait_for_one_certificate_share_one_request()
    {
        var (server, arrived, release) = Holding();
        var verifier = Verifier(server);

        var waiting = Enumerable.Range(0, 50).Select(_ => verifier.VerifyAsync(Delivery().ToRequest()).AsTask()).ToList();
        await arrived.Task;
        release.SetResult();

        (await Task.WhenAll(waiting)).Should().OnlyContain(verification => verification.IsVerified);
        server.Calls.Should().ContainSingle();
    }

    [Test]
    public async Task One_who_gives_up_waiting_does_not_end_the_request_of_the_others()
    {
        var (server, arrived, release) = Holding();
        var verifier = Verifier(server);
        using var impatience = new CancellationTokenSource();

        var impatient = verifier.VerifyAsync(Delivery().ToRequest(), impatience.Token).AsTask();
        await arrived.Task;
        var patient = verifier.VerifyAsync(Delivery().ToRequest()).AsTask();
        await impatience.CancelAsync();

        await impatient.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        release.SetResult();
        (await patient).IsVerified.Should().BeTrue();
        server.Calls.Should().ContainSingle();
    }

    [Test]
    public async Task A_flood_of_made_up_certificates_costs_few_requests_and_little_memory()
    {
        var server = Serving(_certificate.Pem);
        var verifier = Verifier(server);
        (await verifier.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();
        var unavailable = 0;
        var delivery = Delivery();
        for (var i = 0; i < 10_000; i++)
        {
            try
            {
                var verification = await verifier.VerifyAsync(WithCertificate(delivery, $"CERT-{i}").ToRequest());
                verification.Verdict.Should().Be(WebhookVerdict.UntrustedCertificate);
            }
            catch (WebhookVerificationUnavailableException)
            {
                unavailable++;
            }
        }

        server.Calls.Should().HaveCount(CertificateStore.MaxFetchesPerMinute);
        unavailable.Should().Be(10_000 - CertificateStore.MaxFetchesPerMinute + 1);

        // Hours of it, and the one certificate that counts is still at hand.
        for (var minute = 0; minute < 30; minute++)
        {
            _clock.Now += TimeSpan.FromMinutes(1);
            delivery = Delivery();
            for (var i = 0; i < CertificateStore.MaxFetchesPerMinute; i++)
            {
                await verifier.VerifyAsync(WithCertificate(delivery, $"CERT-{minute}-{i}").ToRequest());
            }
        }

        verifier.CertificateAnswerCount.Should().BeLessOrEqualTo(CertificateStore.MaxAnswers);
        var before = server.Calls.Count;
        (await verifier.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();
        server.Calls.Should().HaveCount(before);
    }

    [Test]
    public async Task Only_so_many_requests_run_at_a_time()
    {
        var release = new TaskCompletionSource();
        var server = new FakePayPal(async (_, ct) =>
        {
            await release.Task.WaitAsync(ct);
            return FakePayPal.Answer(HttpStatusCode.NotFound);
        });
        var verifier = Verifier(server);
        var running = Enumerable.Range(0, CertificateStore.MaxConcurrentFetches)
            .Select(i => verifier.VerifyAsync(WithCertificate(Delivery(), $"CERT-{i}").ToRequest()).AsTask())
            .ToList();

        await verifier.Awaiting(it => it.VerifyAsync(WithCertificate(Delivery(), "CERT-more").ToRequest()).AsTask())
            .Should().ThrowAsync<WebhookVerificationUnavailableException>();

        release.SetResult();
        (await Task.WhenAll(running)).Should().OnlyContain(verification => verification.Verdict == WebhookVerdict.UntrustedCertificate);
    }

    [TestCase(HttpStatusCode.InternalServerError)]
    [TestCase(HttpStatusCode.ServiceUnavailable)]
    [TestCase(HttpStatusCode.TooManyRequests)]
    [TestCase(HttpStatusCode.Forbidden)]
    [TestCase(HttpStatusCode.Found)]
    public async Task A_failing_server_is_no_verdict_and_is_asked_again_soon(HttpStatusCode status)
    {
        var up = false;
        var server = new FakePayPal((_, _) => Task.FromResult(
            up ? FakePayPal.Answer(HttpStatusCode.OK, _certificate.Pem) : FakePayPal.Answer(status)));
        var verifier = Verifier(server);

        await verifier.Awaiting(it => it.VerifyAsync(Delivery().ToRequest()).AsTask())
            .Should().ThrowAsync<WebhookVerificationUnavailableException>().WithMessage($"*{(int)status}*");
        await verifier.Awaiting(it => it.VerifyAsync(Delivery().ToRequest()).AsTask())
            .Should().ThrowAsync<WebhookVerificationUnavailableException>("the failure is remembered for a moment");
        server.Calls.Should().ContainSingle();

        up = true;
        _clock.Now += TimeSpan.FromSeconds(6);
        (await verifier.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();
    }

    [Test]
    public async Task A_network_that_is_down_is_no_verdict()
    {
        var verifier = Verifier(new FakePayPal((_, _) => throw new HttpRequestException("no route")));

        (await verifier.Awaiting(it => it.VerifyAsync(Delivery().ToRequest()).AsTask())
            .Should().ThrowAsync<WebhookVerificationUnavailableException>()).WithInnerException<HttpRequestException>();
    }

    [Test]
    public async Task A_client_that_follows_redirects_is_found_out()
    {
        var server = new FakePayPal((_, _) =>
        {
            var response = FakePayPal.Answer(HttpStatusCode.OK, _certificate.Pem);
            response.RequestMessage = new HttpRequestMessage(HttpMethod.Get, "https://evil.example/cert");
            return Task.FromResult(response);
        });

        await Verifier(server).Awaiting(it => it.VerifyAsync(Delivery().ToRequest()).AsTask())
            .Should().ThrowAsync<WebhookVerificationUnavailableException>().WithMessage("*redirected*");
    }

    [Test]
    public async Task An_unknown_certificate_is_refused_and_asked_for_again_after_a_minute()
    {
        var published = false;
        var server = new FakePayPal((_, _) => Task.FromResult(
            published ? FakePayPal.Answer(HttpStatusCode.OK, _certificate.Pem) : FakePayPal.Answer(HttpStatusCode.NotFound)));
        var verifier = Verifier(server);
        for (var i = 0; i < 3; i++)
        {
            (await verifier.VerifyAsync(Delivery().ToRequest())).Verdict.Should().Be(WebhookVerdict.UntrustedCertificate);
        }

        server.Calls.Should().ContainSingle();
        published = true;
        _clock.Now += TimeSpan.FromMinutes(1);
        (await verifier.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();
    }

    [Test]
    public async Task An_answer_that_is_no_certificate_or_too_large_is_refused([Values] bool large, [Values] bool withLength)
    {
        // The certificate is genuine: only the size is wrong.
        var content = large ? _certificate.Pem + new string(' ', BoundedContent.MaxBytes) : "<html></html>";
        var server = new FakePayPal((_, _) =>
        {
            var response = FakePayPal.Answer(HttpStatusCode.OK, content);
            if (!withLength)
            {
                response.Content = new StreamContent(new UnknownLength(System.Text.Encoding.ASCII.GetBytes(content)));
            }

            return Task.FromResult(response);
        });

        (await Verifier(server).VerifyAsync(Delivery().ToRequest())).Verdict.Should().Be(WebhookVerdict.UntrustedCertificate);
    }

    [Test]
    public async Task Nothing_is_fetched_for_a_request_that_cannot_pass()
    {
        var server = Serving(_certificate.Pem);
        var verifier = Verifier(server);
        var good = Delivery();
        var bad = new Dictionary<string, string>
        {
            ["PAYPAL-TRANSMISSION-ID"] = new('a', 51),
            ["PAYPAL-TRANSMISSION-TIME"] = "yesterday",
            ["PAYPAL-TRANSMISSION-SIG"] = "!",
            ["PAYPAL-CERT-URL"] = "https://evil.example/v1/notifications/certs/a",
            ["PAYPAL-AUTH-ALGO"] = "SHA1withRSA",
        };
        foreach (var (name, value) in bad)
        {
            var headers = good.Headers.ToDictionary();
            headers[name] = value;
            (await verifier.VerifyAsync(new(good.Body, headers))).IsVerified.Should().BeFalse();
        }

        _clock.Now += TimeSpan.FromDays(5);
        (await verifier.VerifyAsync(good.ToRequest())).Verdict.Should().Be(WebhookVerdict.TimestampOutOfTolerance);
        server.Calls.Should().BeEmpty();
    }

    [Test]
    public async Task Changed_roots_make_every_certificate_be_judged_anew()
    {
        var server = Serving(_certificate.Pem);
        var options = Options();
        var verifier = new PayPalWebhookVerifier(options, server.CreateClient(), _clock);
        (await verifier.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();

        options.TrustedRoots.Clear();
        (await verifier.VerifyAsync(Delivery().ToRequest())).Verdict.Should().Be(WebhookVerdict.UntrustedCertificate);

        options.Certificates[_certificate.Url.AbsoluteUri] = _certificate.Pem;
        (await verifier.VerifyAsync(Delivery().ToRequest())).Verdict.Should().Be(WebhookVerdict.UntrustedCertificate);

        options.TrustedRoots.Add(_certificate.RootPem);
        (await verifier.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();
    }

    [Test]
    public async Task A_certificate_given_beforehand_needs_no_network_but_the_same_checks()
    {
        var server = Serving(_certificate.Pem);
        var options = Options();
        using var pki = new TestPki();
        options.Certificates[_certificate.Url.AbsoluteUri] = pki.Leaf();
        var verifier = new PayPalWebhookVerifier(options, server.CreateClient(), _clock);
        (await verifier.VerifyAsync(Delivery().ToRequest())).Verdict.Should().Be(WebhookVerdict.UntrustedCertificate);

        options.Certificates[_certificate.Url.AbsoluteUri] = _certificate.Pem;
        (await verifier.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();
        server.Calls.Should().BeEmpty();
    }

    [Test]
    public async Task The_sandbox_certificate_does_not_count_in_live()
    {
        using var live = new PayPalTestCertificate(PayPalEnvironment.Live);
        foreach (var (certificate, verdict) in new[] { (live, WebhookVerdict.Verified), (_certificate, WebhookVerdict.UntrustedCertificate) })
        {
            var options = new PayPalWebhookOptions { WebhookId = WebhookId };
            options.TrustedRoots.Add(certificate.RootPem);
            options.Certificates["CERT-x"] = certificate.Pem;
            var delivery = new PayPalWebhookSigner(WebhookId, certificate, _clock).Sign("{}"u8.ToArray());
            var headers = delivery.Headers.ToDictionary();
            headers["PAYPAL-CERT-URL"] = "https://api.paypal.com/v1/notifications/certs/CERT-x";

            (await new PayPalWebhookVerifier(options, new FakePayPal().CreateClient(), _clock).VerifyAsync(new(delivery.Body, headers)))
                .Verdict.Should().Be(verdict);
        }
    }

    [TestCase("2026-05-10T00:00:00Z", "2026-05-09T00:00:00Z", WebhookVerdict.Verified, Description = "while it is valid")]
    [TestCase("2026-05-12T00:00:00Z", "2026-05-09T23:00:00Z", WebhookVerdict.Verified, Description = "a retry after its end")]
    [TestCase("2026-05-12T00:00:00Z", "2026-05-10T01:00:00Z", WebhookVerdict.UntrustedCertificate, Description = "signed after its end")]
    [TestCase("2026-05-20T00:00:00Z", "2026-05-09T00:00:00Z", WebhookVerdict.UntrustedCertificate, Description = "long after its end")]
    [TestCase("2026-05-09T00:00:00Z", "2026-05-01T00:00:00Z", WebhookVerdict.TimestampOutOfTolerance, Description = "stale")]
    [TestCase("2024-12-31T23:59:00Z", "2024-12-31T23:59:00Z", WebhookVerdict.UntrustedCertificate, Description = "before its beginning")]
    public async Task A_certificate_counts_at_the_time_of_signing(DateTimeOffset now, DateTimeOffset signedAt, WebhookVerdict verdict)
    {
        using var pki = new TestPki();
        var options = new PayPalWebhookOptions { WebhookId = WebhookId, Environment = PayPalEnvironment.Sandbox };
        options.TrustedRoots.Add(pki.RootPem);
        options.Certificates["CERT-x"] = pki.Leaf(to: new DateTimeOffset(2026, 5, 10, 0, 0, 0, TimeSpan.Zero));
        _clock.Now = now;

        (await new PayPalWebhookVerifier(options, new FakePayPal().CreateClient(), _clock).VerifyAsync(Sign(pki, signedAt))).Verdict.Should().Be(verdict);

        // However long a merchant stretches the age, a certificate that has ended signs nothing new.
        options.MaximumAge = TimeSpan.MaxValue;
        (await new PayPalWebhookVerifier(options, new FakePayPal().CreateClient(), _clock).VerifyAsync(Sign(pki, signedAt)))
            .Verdict.Should().Be(verdict == WebhookVerdict.TimestampOutOfTolerance ? WebhookVerdict.Verified : verdict);
    }

    private static WebhookRequest Sign(TestPki pki, DateTimeOffset time)
    {
        var stamp = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var text = System.Text.Encoding.ASCII.GetBytes($"id-1|{stamp}|{WebhookId}|{Crc32.HashToUInt32("{}"u8)}");
        var signature = pki.Key.SignData(text, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1);
        return new("{}"u8.ToArray(), new Dictionary<string, string>
        {
            ["PAYPAL-TRANSMISSION-ID"] = "id-1",
            ["PAYPAL-TRANSMISSION-TIME"] = stamp,
            ["PAYPAL-TRANSMISSION-SIG"] = Convert.ToBase64String(signature),
            ["PAYPAL-CERT-URL"] = "https://api.paypal.com/v1/notifications/certs/CERT-x",
            ["PAYPAL-AUTH-ALGO"] = "SHA256withRSA",
        });
    }

    private PayPalWebhookOptions Options()
    {
        var options = new PayPalWebhookOptions { WebhookId = WebhookId, Environment = PayPalEnvironment.Sandbox };
        options.TrustedRoots.Add(_certificate.RootPem);
        return options;
    }

    private PayPalWebhookVerifier Verifier(FakePayPal server) => new(Options(), server.CreateClient(), _clock);

    /// <summary>A server that tells of the first request and holds all of them.</summary>
    private (FakePayPal Server, TaskCompletionSource Arrived, TaskCompletionSource Release) Holding()
    {
        var arrived = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var server = new FakePayPal(async (_, ct) =>
        {
            arrived.TrySetResult();
            await release.Task.WaitAsync(ct);
            return FakePayPal.Answer(HttpStatusCode.OK, _certificate.Pem);
        });
        return (server, arrived, release);
    }

    private FakePayPal Serving(string pem) => FakePayPal.Serving((_certificate.Url.AbsolutePath, pem));

    private SignedWebhook Delivery()
    {
        var signer = new PayPalWebhookSigner(WebhookId, timeProvider: _clock);
        return signer.Sign(new TestPayment { PaymentId = signer.CreatePaymentId(1) });
    }

    private static SignedWebhook WithCertificate(SignedWebhook delivery, string name)
    {
        var headers = delivery.Headers.ToDictionary();
        headers["PAYPAL-CERT-URL"] = "https://api.paypal.com/v1/notifications/certs/" + name;
        return delivery with { Headers = headers };
    }

    private sealed class UnknownLength(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
