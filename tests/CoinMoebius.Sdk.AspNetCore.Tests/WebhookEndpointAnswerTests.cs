using System.Net;
using System.Net.Sockets;
using System.Text;
using CoinMoebius.Sdk.AspNetCore.Tests.Support;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CoinMoebius.Sdk.AspNetCore.Tests;

/// <summary>The table of answers, row by row, on Kestrel.</summary>
public sealed class WebhookEndpointAnswerTests
{
    private const int MiB = 1024 * 1024;
    private static readonly PaymentProvider Stub = new("stub");

    [TestCase("/webhooks/paypal")]
    [TestCase("/webhooks/STRIPE")]
    [TestCase("/webhooks/stripe/eu")]
    public async Task An_unknown_provider_or_account_is_404(string path)
    {
        await using var host = await WebhookHost.StartAsync();

        (await host.StatusOfAsync(host.Payment(), path)).Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Another_method_is_405([Values("GET", "HEAD", "PUT")] string method)
    {
        await using var host = await WebhookHost.StartAsync();

        using var response = await host.Client.SendAsync(new(new HttpMethod(method), "/webhooks/stripe"));

        response.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/jsonp")]
    [TestCase("nonsense")]
    public async Task A_body_that_is_not_declared_json_is_415(string? contentType)
    {
        await using var host = await WebhookHost.StartAsync();

        using var response = await SendAsAsync(host, contentType, "/webhooks/stripe");

        response.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [TestCase("application/json")]
    [TestCase("application/json; charset=utf-8")]
    [TestCase("Application/JSON;charset=UTF-8")]
    [TestCase("application/cloudevents+json")]
    public async Task A_body_that_is_declared_json_is_read(string contentType)
    {
        await using var host = await WebhookHost.StartAsync();

        using var response = await SendAsAsync(host, contentType, "/webhooks/stripe");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [TestCase("application/x-www-form-urlencoded; charset=utf-8", HttpStatusCode.OK)]
    [TestCase("Application/X-WWW-Form-Urlencoded", HttpStatusCode.OK)]
    [TestCase("application/json", HttpStatusCode.UnsupportedMediaType)]
    [TestCase(null, HttpStatusCode.UnsupportedMediaType)]
    public async Task A_verifier_may_say_which_types_it_takes(string? contentType, HttpStatusCode expected)
    {
        await using var host = await WebhookHost.StartAsync(hooks => hooks.AddVerifier(new("forms"), _ => new FormVerifier()));

        using var response = await SendAsAsync(host, contentType, "/webhooks/forms");

        response.StatusCode.Should().Be(expected);
    }

    [Test]
    public async Task A_length_over_the_limit_is_413_at_once()
    {
        await using var host = await WebhookHost.StartAsync();

        // No byte of the body is ever sent: an answer means that none was awaited.
        var answer = await SendRawAsync(host, $"Content-Length: {MiB + 1}\r\n\r\n");

        answer.Should().StartWith("HTTP/1.1 413");
    }

    [Test]
    public async Task A_chunked_body_is_413_as_soon_as_it_passes_the_limit()
    {
        await using var host = await WebhookHost.StartAsync();
        var chunk = $"{MiB + 1:x}\r\n{new string('a', MiB + 1)}\r\n";

        // The body never ends: an answer means that the end was not awaited.
        var answer = await SendRawAsync(host, "Transfer-Encoding: chunked\r\n\r\n" + chunk);

        answer.Should().StartWith("HTTP/1.1 413");
    }

    [Test]
    public async Task A_body_at_the_limit_is_read_whether_its_length_is_known_or_not([Values] bool chunked, [Values(10, 16 * 1024, 16 * 1024 + 1, 100_000, MiB)] int length)
    {
        var received = 0;
        await using var host = await WebhookHost.StartAsync(hooks => hooks.AddVerifier(Stub, _ => new StubVerifier(Stub, request =>
        {
            received = request.Body.Length;
            request.Body.Span.IndexOfAnyExcept((byte)'a').Should().Be(-1);
            return WebhookVerification.Verified(StubVerifier.Event(Stub, request));
        })));
        using var message = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stub") { Content = new ByteArrayContent(Filled(length)) };
        message.Content.Headers.ContentType = new("application/json");
        message.Headers.TransferEncodingChunked = chunked;

        using var response = await host.Client.SendAsync(message);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        received.Should().Be(length);
    }

    [Test]
    public async Task The_limit_is_an_option()
    {
        await using var host = await WebhookHost.StartAsync(hooks => hooks
            .AddStripe(options => options.Secrets.Add(WebhookHost.Secret))
            .ConfigureEndpoint(options => options.MaxBodySize = 100));

        (await host.StatusOfAsync(host.Payment())).Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Test]
    public async Task Whatever_is_wrong_with_a_signature_the_answer_is_the_same_400()
    {
        await using var host = await WebhookHost.StartAsync();
        var genuine = host.Payment();
        SignedWebhook With(string? header) => genuine with
        {
            Headers = header is null ? new Dictionary<string, string>() : new() { ["Stripe-Signature"] = header },
        };
        SignedWebhook[] refused =
        [
            With(null),
            With("nonsense"),
            With("t=1,v1=" + new string('0', 64)),
            new StripeWebhookSigner("whsec_of_somebody_else").Sign(genuine.Body),
            new StripeWebhookSigner(WebhookHost.Secret, new FakeTimeProvider(DateTimeOffset.UnixEpoch)).Sign(genuine.Body),
            host.Signer.Sign("not json"u8.ToArray()),
        ];

        var answers = new List<(HttpStatusCode, string, string?)>();
        foreach (var webhook in refused)
        {
            using var response = await host.SendAsync(webhook);
            answers.Add((response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.ToString()));
        }

        answers.Should().AllBeEquivalentTo((HttpStatusCode.BadRequest, "The webhook was not verified.", "text/plain; charset=utf-8"));
        host.Logs.Entries.Where(entry => entry.Id == 1004).Select(entry => entry.Text).Distinct().Should().HaveCountGreaterThan(4, "the log says what the answer hides");
    }

    [Test]
    public async Task A_verified_event_its_duplicate_and_an_unmapped_one_are_200()
    {
        await using var host = await WebhookHost.StartAsync();
        var webhook = host.Payment();

        (await host.StatusOfAsync(webhook)).Should().Be(HttpStatusCode.OK);
        (await host.StatusOfAsync(webhook)).Should().Be(HttpStatusCode.OK);
        (await host.StatusOfAsync(host.Signer.Sign("""{"id":"evt_9","type":"product.created","livemode":false}"""u8.ToArray())))
            .Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_known_delivery_id_with_another_event_is_a_replay_and_400()
    {
        var next = "e1";
        await using var host = await WebhookHost.StartAsync(hooks => hooks.AddVerifier(
            Stub, _ => new StubVerifier(Stub, request => WebhookVerification.Verified(StubVerifier.Event(Stub, request, next, "d1")))));

        using var first = await SendAsAsync(host, "application/json", "/webhooks/stub");
        next = "e2";
        using var second = await SendAsAsync(host, "application/json", "/webhooks/stub");

        first.StatusCode.Should().Be(HttpStatusCode.OK);
        second.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await second.Content.ReadAsStringAsync()).Should().Be("The webhook was not verified.");
        host.Logs.Entries.Should().Contain(entry => entry.Id == 1203 && entry.Level == LogLevel.Warning);
    }

    [Test]
    public async Task A_pipeline_that_is_unavailable_is_503_with_a_time_to_come_again([Values] bool throws)
    {
        await using var host = await WebhookHost.StartAsync(
            hooks => hooks.AddStripe(options => options.Secrets.Add(WebhookHost.Secret)).ConfigureEndpoint(options => options.RetryAfter = TimeSpan.FromSeconds(6.2)),
            services: services => services.AddSingleton<IWebhookPipeline>(new DeadPipeline(throws)));

        using var response = await host.SendAsync(host.Payment());

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(7));
    }

    [Test]
    public async Task A_verifier_that_cannot_tell_now_is_503_with_a_time_to_come_again()
    {
        await using var host = await StubThatThrows(new WebhookVerificationUnavailableException("No certificate."));

        using var response = await SendAsAsync(host, "application/json", "/webhooks/stub");

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(30));
        host.Logs.Entries.Should().Contain(entry => entry.Id == 1008 && entry.Level == LogLevel.Error && entry.Text.Contains("stub"));
    }

    [Test]
    public async Task A_verifier_that_throws_is_500()
    {
        await using var host = await StubThatThrows(new InvalidOperationException("A fault."));

        using var response = await SendAsAsync(host, "application/json", "/webhooks/stub");

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        host.Logs.Entries.Should().Contain(entry => entry.Id == 1009 && entry.Text.Contains("stub"));
    }

    [Test]
    public async Task Options_that_become_unusable_are_500_and_the_log_names_the_provider()
    {
        await using var host = await StubThatThrows(new OptionsValidationException("", typeof(object), ["Secrets is empty."]));

        using var response = await SendAsAsync(host, "application/json", "/webhooks/stub");

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).Should().BeEmpty();
        host.Logs.Entries.Should().Contain(entry => entry.Id == 1007 && entry.Level == LogLevel.Error && entry.Text.Contains("stub"));
    }

    [Test]
    public async Task A_sender_that_leaves_in_the_middle_of_the_body_gets_no_200_and_no_loud_log()
    {
        await using var host = await WebhookHost.StartAsync();
        using (var socket = await ConnectAsync(host))
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(Head("Content-Length: 100\r\n\r\n") + "{"));
            socket.Shutdown(SocketShutdown.Both);
        }

        (await host.NextAnswerAsync()).Should().BeOneOf(400, 499);
        host.Logs.Entries.Should().Contain(entry => entry.Id == 1006).And.NotContain(entry => entry.Level >= LogLevel.Warning && entry.Id != 1201);
    }

    private static Task<WebhookHost> StubThatThrows(Exception exception) =>
        WebhookHost.StartAsync(hooks => hooks.AddVerifier(Stub, _ => new StubVerifier(Stub, _ => throw exception)));

    private static Task<HttpResponseMessage> SendAsAsync(WebhookHost host, string? contentType, string path)
    {
        var message = host.Payment().ToHttpRequest(new(host.Address, path));
        message.Content!.Headers.ContentType = null;
        if (contentType is not null)
        {
            message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return host.Client.SendAsync(message);
    }

    private static byte[] Filled(int length)
    {
        var bytes = new byte[length];
        Array.Fill(bytes, (byte)'a');
        return bytes;
    }

    private static string Head(string rest) => "POST /webhooks/stripe HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\n" + rest;

    private static async Task<Socket> ConnectAsync(WebhookHost host)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, host.Address.Port);
        return socket;
    }

    private static async Task<string> SendRawAsync(WebhookHost host, string rest)
    {
        using var socket = await ConnectAsync(host);
        await socket.SendAsync(Encoding.ASCII.GetBytes(Head(rest)));
        var buffer = new byte[256];
        var read = await socket.ReceiveAsync(buffer);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }

    private sealed class DeadPipeline(bool throws) : IWebhookPipeline
    {
        public ValueTask<WebhookDisposition> ProcessAsync(WebhookDelivery delivery, CancellationToken cancellationToken = default) =>
            throws ? throw new TimeoutException("No database.") : new(WebhookDisposition.Unavailable);
    }
}
