using System.Net;
using System.Text;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Providers.PayPal.Confirmation;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Providers.PayPal.Postback;

public sealed class PostbackClientTests
{
    private const string ClientSecret = "EFs3cret-of-the-app";

    // Every number and escape here changes when a serializer writes it anew.
    private const string Body =
        "{\"id\":\"WH-1\",\"event_type\":\"X\", \"a\":10.00,\"b\":1E+2,\"big\":123456789012345678901234567890,\"euro\":\"€\",\"escaped\":\"\\u20ac\\/\"}";

    private readonly FixedClock _clock = new();
    private HttpStatusCode _tokenStatus = HttpStatusCode.OK;
    private Func<int, HttpResponseMessage> _verify = _ => FakePayPal.Answer(HttpStatusCode.OK, """{"verification_status":"SUCCESS"}""");
    private int _tokens;
    private int _questions;

    [Test]
    public async Task The_body_is_passed_on_byte_by_byte()
    {
        var server = Server();

        var verification = await Verifier(server).VerifyAsync(Delivery());

        verification.Verdict.Should().Be(WebhookVerdict.Verified);
        verification.Event!.DeliveryId.Should().Be("103e3700-8b0c-11e6-8695-6b62a8a99ac4");
        verification.Event.IsTest.Should().BeTrue();
        var call = server.Calls.Last();
        call.Url.Should().Be(new Uri("https://api-m.sandbox.paypal.com/v1/notifications/verify-webhook-signature"));
        call.Authorization.Should().Be("Bearer token-1");
        Encoding.UTF8.GetString(call.Body).Should().Be(
            "{\"auth_algo\":\"SHA256withRSA\",\"cert_url\":\"https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1\"," +
            "\"transmission_id\":\"103e3700-8b0c-11e6-8695-6b62a8a99ac4\",\"transmission_sig\":\"AAAA\",\"transmission_time\":\"2026-05-14T01:04:21Z\"," +
            "\"webhook_id\":\"8PT597110X687430L\",\"webhook_event\":" + Body + "}");
    }

    [Test]
    public async Task The_token_is_asked_for_with_the_apps_credentials_and_kept_until_it_ends()
    {
        var server = Server();
        var verifier = Verifier(server);
        for (var i = 0; i < 3; i++)
        {
            await verifier.VerifyAsync(Delivery());
        }

        _tokens.Should().Be(1);
        var call = server.Calls.First();
        call.Url.Should().Be(new Uri("https://api-m.sandbox.paypal.com/v1/oauth2/token"));
        call.Authorization.Should().Be("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("client:" + ClientSecret)));
        Encoding.UTF8.GetString(call.Body).Should().Be("grant_type=client_credentials");

        _clock.Now += TimeSpan.FromSeconds(3600 - 60);
        await verifier.VerifyAsync(Delivery());
        _tokens.Should().Be(2);
    }

    [Test]
    public async Task Live_and_sandbox_are_asked_at_their_own_hosts_with_their_own_tokens()
    {
        var server = Server();
        var options = Options();
        var verifier = new PayPalWebhookVerifier(options, server.CreateClient(), _clock);
        await verifier.VerifyAsync(Delivery());

        options.Environment = PayPalEnvironment.Live;
        (await verifier.VerifyAsync(Delivery())).Verdict.Should().Be(WebhookVerdict.UntrustedCertificate, "the URL is the sandbox's");
        await verifier.VerifyAsync(Delivery("https://api.paypal.com/v1/notifications/certs/CERT-1"));

        _tokens.Should().Be(2);
        server.Calls.Select(call => call.Url.Host).Should().Equal(
            "api-m.sandbox.paypal.com", "api-m.sandbox.paypal.com", "api-m.paypal.com", "api-m.paypal.com");
    }

    [Test]
    public async Task A_token_that_is_refused_is_replaced_once()
    {
        _verify = n => n == 1
            ? FakePayPal.Answer(HttpStatusCode.Unauthorized) : FakePayPal.Answer(HttpStatusCode.OK, """{"verification_status":"SUCCESS"}""");
        var server = Server();

        (await Verifier(server).VerifyAsync(Delivery())).IsVerified.Should().BeTrue();
        server.Calls.Last().Authorization.Should().Be("Bearer token-2");

        _verify = _ => FakePayPal.Answer(HttpStatusCode.Unauthorized);
        await Verifier(server).Awaiting(it => it.VerifyAsync(Delivery()).AsTask()).Should().ThrowAsync<WebhookVerificationUnavailableException>();
        _questions.Should().Be(4);
    }

    [Test]
    public async Task Failure_is_a_mismatch()
    {
        _verify = _ => FakePayPal.Answer(HttpStatusCode.OK, """{"verification_status":"FAILURE"}""");

        (await Verifier(Server()).VerifyAsync(Delivery())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [TestCase(HttpStatusCode.OK, "{\"verification_status\":\"success\"}")]
    [TestCase(HttpStatusCode.OK, "{\"verification_status\":null}")]
    [TestCase(HttpStatusCode.OK, "{}")]
    [TestCase(HttpStatusCode.OK, "[\"SUCCESS\"]")]
    [TestCase(HttpStatusCode.OK, "SUCCESS")]
    [TestCase(HttpStatusCode.OK, "")]
    [TestCase(HttpStatusCode.Created, "{\"verification_status\":\"SUCCESS\"}")]
    [TestCase(HttpStatusCode.BadRequest, "{\"verification_status\":\"SUCCESS\"}")]
    [TestCase(HttpStatusCode.InternalServerError, "")]
    [TestCase(HttpStatusCode.Found, "")]
    public async Task Any_other_answer_is_no_verdict(HttpStatusCode status, string answer)
    {
        _verify = _ => FakePayPal.Answer(status, answer);

        await Verifier(Server()).Awaiting(it => it.VerifyAsync(Delivery()).AsTask()).Should().ThrowAsync<WebhookVerificationUnavailableException>();
    }

    [Test]
    public async Task Wrong_credentials_are_no_verdict_print_no_secret_and_are_not_tried_for_every_delivery()
    {
        _tokenStatus = HttpStatusCode.Unauthorized;
        var server = Server();
        var verifier = Verifier(server);
        for (var i = 0; i < 3; i++)
        {
            (await verifier.Awaiting(it => it.VerifyAsync(Delivery()).AsTask()).Should().ThrowAsync<WebhookVerificationUnavailableException>())
                .Which.ToString().Should().Contain("ClientId").And.NotContain(ClientSecret).And.NotContain("Basic");
        }

        _tokens.Should().Be(1);
    }

    [Test]
    public async Task A_network_that_is_down_is_no_verdict()
    {
        var server = new FakePayPal((_, _) => throw new HttpRequestException("no route"));

        await Verifier(server).Awaiting(it => it.VerifyAsync(Delivery()).AsTask()).Should().ThrowAsync<WebhookVerificationUnavailableException>();
    }

    [Test]
    public async Task A_caller_who_gives_up_is_told_so()
    {
        using var impatience = new CancellationTokenSource();
        var server = new FakePayPal(async (_, ct) =>
        {
            await impatience.CancelAsync();
            ct.ThrowIfCancellationRequested();
            return FakePayPal.Answer(HttpStatusCode.OK);
        });

        await Verifier(server).Awaiting(it => it.VerifyAsync(Delivery(), impatience.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();
    }

    [Test]
    public async Task Only_so_many_questions_are_asked_at_a_time()
    {
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var questions = 0;
        var server = new FakePayPal(async (request, _) =>
        {
            if (request.RequestUri!.AbsolutePath == "/v1/oauth2/token")
            {
                return FakePayPal.Answer(HttpStatusCode.OK, """{"access_token":"token-1","expires_in":3600}""");
            }

            if (Interlocked.Increment(ref questions) == PostbackClient.MaxConcurrentCalls)
            {
                all.SetResult();
            }

            await answer.Task;
            return FakePayPal.Answer(HttpStatusCode.OK, """{"verification_status":"SUCCESS"}""");
        });
        var verifier = Verifier(server);
        var asking = Enumerable.Range(0, PostbackClient.MaxConcurrentCalls + 4).Select(_ => verifier.VerifyAsync(Delivery()).AsTask()).ToArray();
        await all.Task;

        Volatile.Read(ref questions).Should().Be(PostbackClient.MaxConcurrentCalls);
        answer.SetResult();

        (await Task.WhenAll(asking)).Should().OnlyContain(verification => verification.IsVerified);
        questions.Should().Be(PostbackClient.MaxConcurrentCalls + 4);
    }

    [Test]
    public async Task One_delivery_too_many_is_turned_away_at_once_and_nothing_is_made_for_those_who_wait()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = new FakePayPal(async (request, _) =>
        {
            await answer.Task;
            return FakePayPal.Answer(
                HttpStatusCode.OK,
                request.RequestUri!.AbsolutePath == "/v1/oauth2/token"
                    ? """{"access_token":"token-1","expires_in":3600}""" : """{"verification_status":"SUCCESS"}""");
        });
        var verifier = Verifier(server);
        var body = Encoding.UTF8.GetBytes($"{{\"filler\":\"{new string('x', 1_000_000)}\"}}");
        var asking = Enumerable.Range(0, PostbackClient.MaxConcurrentCalls).Select(_ => verifier.VerifyAsync(Delivery(body: body)).AsTask()).ToList();

        var before = GC.GetAllocatedBytesForCurrentThread();
        asking.AddRange(Enumerable.Range(0, PostbackClient.MaxWaitingCalls).Select(_ => verifier.VerifyAsync(Delivery(body: body)).AsTask()));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var turnedAway = verifier.VerifyAsync(Delivery(body: body)).AsTask();

        allocated.Should().BeLessThan(body.Length, "sixteen bodies wait, and none was copied");
        turnedAway.IsFaulted.Should().BeTrue();
        await turnedAway.Awaiting(task => task).Should().ThrowAsync<WebhookVerificationUnavailableException>();
        answer.SetResult();
        (await Task.WhenAll(asking)).Should().OnlyContain(verification => verification.IsVerified);
        (await verifier.VerifyAsync(Delivery())).IsVerified.Should().BeTrue("the places are free again");
    }

    [Test]
    public async Task With_PayPals_certificate_strangers_cannot_take_the_places_of_PayPals_deliveries()
    {
        var strangers = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var questions = 0;
        var server = new FakePayPal(async (request, _) =>
        {
            if (request.RequestUri!.AbsolutePath == "/v1/oauth2/token")
            {
                return FakePayPal.Answer(HttpStatusCode.OK, """{"access_token":"token-1","expires_in":3600}""");
            }

            Interlocked.Increment(ref questions);
            var text = await request.Content!.ReadAsStringAsync(CancellationToken.None);
            if (text.Contains("forged", StringComparison.Ordinal))
            {
                await strangers.Task;
            }

            return FakePayPal.Answer(HttpStatusCode.OK, """{"verification_status":"SUCCESS"}""");
        });
        var options = Options();
        PayPalTestCertificate.Shared.Trust(options);
        var verifier = new PayPalWebhookVerifier(options, server.CreateClient(), _clock);
        var authentic = new PayPalWebhookSigner(options.WebhookId, timeProvider: _clock).Sign("{}"u8.ToArray());

        // Those under another certificate take all places there are for what cannot be judged here; the others never come so far.
        var unjudged = Enumerable.Range(0, PostbackClient.MaxConcurrentCalls + PostbackClient.MaxWaitingCalls)
            .Select(_ => verifier.VerifyAsync(Delivery(body: "{\"forged\":1}"u8.ToArray())).AsTask()).ToArray();
        for (var i = 0; i < 100; i++)
        {
            (await verifier.VerifyAsync((authentic with { Body = Encoding.UTF8.GetBytes($"{{\"forged\":{i}}}") }).ToRequest()))
                .Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        }

        (await verifier.VerifyAsync(authentic.ToRequest())).IsVerified.Should().BeTrue();

        questions.Should().BeLessOrEqualTo(PostbackClient.MaxConcurrentCalls + 1);
        strangers.SetResult();
        await Task.WhenAll(unjudged);
    }

    [Test]
    public async Task A_question_is_not_asked_twice_by_itself()
    {
        _verify = _ => FakePayPal.Answer(HttpStatusCode.ServiceUnavailable);

        await Verifier(Server()).Awaiting(it => it.VerifyAsync(Delivery()).AsTask()).Should().ThrowAsync<WebhookVerificationUnavailableException>();

        (_tokens, _questions).Should().Be((1, 1));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("{}{}")]
    [TestCase("{},\"webhook_id\":\"other\"")]
    [TestCase("{\"a\":1}}")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("\uFEFF{}")]
    public async Task What_is_not_one_JSON_object_is_not_passed_on(string body)
    {
        var server = Server();

        (await Verifier(server).VerifyAsync(Delivery(body: Encoding.UTF8.GetBytes(body)))).Verdict.Should().Be(WebhookVerdict.MalformedBody);
        server.Calls.Should().BeEmpty();
    }

    [Test]
    public async Task Broken_UTF8_is_not_passed_on()
    {
        var server = Server();

        (await Verifier(server).VerifyAsync(Delivery(body: [.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8]))).Verdict.Should().Be(WebhookVerdict.MalformedBody);
        server.Calls.Should().BeEmpty();
    }

    [Test]
    public async Task A_stale_delivery_is_not_passed_on()
    {
        var server = Server();
        _clock.Now += TimeSpan.FromDays(4) + TimeSpan.FromSeconds(1);

        (await Verifier(server).VerifyAsync(Delivery())).Verdict.Should().Be(WebhookVerdict.TimestampOutOfTolerance);
        server.Calls.Should().BeEmpty();
    }

    private static WebhookRequest Delivery(string url = "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1", byte[]? body = null) =>
        new(body ?? Encoding.UTF8.GetBytes(Body), new Dictionary<string, string>
        {
            ["PAYPAL-TRANSMISSION-ID"] = "103e3700-8b0c-11e6-8695-6b62a8a99ac4",
            ["PAYPAL-TRANSMISSION-TIME"] = "2026-05-14T01:04:21Z",
            ["PAYPAL-TRANSMISSION-SIG"] = "AAAA",
            ["PAYPAL-CERT-URL"] = url,
            ["PAYPAL-AUTH-ALGO"] = "SHA256withRSA",
        });

    private static PayPalWebhookOptions Options() => new()
    {
        WebhookId = "8PT597110X687430L",
        Environment = PayPalEnvironment.Sandbox,
        Mode = PayPalVerificationMode.Postback,
        ClientId = "client",
        ClientSecret = ClientSecret,
    };

    private PayPalWebhookVerifier Verifier(FakePayPal server) => new(Options(), server.CreateClient(), _clock);

    private FakePayPal Server() => new((request, _) => Task.FromResult(
        request.RequestUri!.AbsolutePath == "/v1/oauth2/token"
            ? FakePayPal.Answer(_tokenStatus, $$"""{"access_token":"token-{{++_tokens}}","token_type":"Bearer","expires_in":3600}""")
            : _verify(++_questions)));
}
