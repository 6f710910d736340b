using System.IO.Compression;
using System.Net;
using System.Text;
using CoinMoebius.Sdk.AspNetCore.Tests.Support;
using CoinMoebius.Sdk.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.AspNetCore.Tests;

/// <summary>Other middleware and other addresses make authentic deliveries fail. What can be read is read, and the log says the rest.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RefusalFactsTests
{
    private const string SquareUrl = "https://shop.example/webhooks/square?key=hidden";

    [Test]
    public async Task A_body_that_was_decompressed_is_read_to_its_end_whatever_length_was_declared([Values] bool chunked)
    {
        await using var host = await StartAsync(app => app.UseRequestDecompression(), services => services.AddRequestDecompression());
        var webhook = host.Payment();

        (await StatusOfAsync(host, webhook, Compress(webhook.Body), "gzip", chunked)).Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_decompressed_body_keeps_to_the_limit()
    {
        await using var host = await StartAsync(
            app => app.UseRequestDecompression(),
            services => services.AddRequestDecompression().Configure<WebhookEndpointOptions>(options => options.MaxBodySize = 10_000));
        var webhook = host.Signer.Sign(Encoding.ASCII.GetBytes(new string('a', 1_000_000)));

        (await StatusOfAsync(host, webhook, Compress(webhook.Body), "gzip")).Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Test]
    public async Task A_compressed_body_that_nobody_decompressed_is_said_to_be_one()
    {
        await using var host = await StartAsync();
        var webhook = host.Payment();
        var compressed = Compress(webhook.Body);

        (await StatusOfAsync(host, webhook, compressed, "gzip")).Should().Be(HttpStatusCode.BadRequest);
        LoggedBy(host).Should().Contain("SignatureMismatch").And.Contain($"{compressed.Length} bytes read, {compressed.Length} declared")
            .And.Contain("Content-Encoding: gzip").And.Contain("UseRequestDecompression");
    }

    [Test]
    public async Task A_body_that_other_middleware_read_is_said_to_have_been_read([Values] bool chunked)
    {
        await using var host = await StartAsync(app => app.Use(async (context, next) =>
        {
            await ReadAsync(context);
            await next(context);
        }));
        var webhook = host.Payment();

        (await StatusOfAsync(host, webhook, webhook.Body.ToArray(), chunked: chunked)).Should().Be(HttpStatusCode.BadRequest);
        LoggedBy(host).Should().Contain(chunked ? "0 bytes read, no length declared" : $"0 bytes read, {webhook.Body.Length} declared")
            .And.Contain(chunked ? "Transfer-Encoding: chunked" : "Transfer-Encoding: none").And.Contain("other middleware read it first");
    }

    [Test]
    public async Task A_body_that_other_middleware_read_and_kept_is_read_from_its_start([Values] bool rewound)
    {
        await using var host = await StartAsync(app => app.Use(async (context, next) =>
        {
            context.Request.EnableBuffering();
            await ReadAsync(context);
            context.Request.Body.Position = rewound ? 0 : context.Request.Body.Position;
            await next(context);
        }));

        (await host.StatusOfAsync(host.Payment())).Should().Be(HttpStatusCode.OK);
        (await host.StatusOfAsync(host.Payment() with { Body = "{}"u8.ToArray() })).Should().Be(HttpStatusCode.BadRequest);
        LoggedBy(host).Contains("had read the body", StringComparison.Ordinal).Should().Be(!rewound);
    }

    [Test]
    public async Task A_body_that_other_middleware_closed_is_500_and_the_log_says_why()
    {
        await using var host = await StartAsync(app => app.Use(async (context, next) =>
        {
            context.Request.EnableBuffering();
            using (var reader = new StreamReader(context.Request.Body))
            {
                await reader.ReadToEndAsync();
            }

            await next(context);
        }));

        (await host.StatusOfAsync(host.Payment())).Should().Be(HttpStatusCode.InternalServerError);
        host.Logs.Entries.Should().ContainSingle(entry => entry.Id == 1012).Which.Text.Should().Contain("read the body and closed it");
    }

    [TestCase(3, "longer than declared")]
    [TestCase(-3, "shorter than declared")]
    public async Task A_body_that_other_middleware_rewrote_is_said_to_differ_from_its_length(int added, string expected)
    {
        await using var host = await StartAsync(app => app.Use(async (context, next) =>
        {
            var text = await ReadAsync(context);
            context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(added > 0 ? text + new string(' ', added) : text[..^-added]));
            await next(context);
        }));
        var webhook = host.Payment();

        (await host.StatusOfAsync(webhook)).Should().Be(HttpStatusCode.BadRequest);
        LoggedBy(host).Should().Contain($"{webhook.Body.Length + added} bytes read, {webhook.Body.Length} declared").And.Contain(expected);
    }

    [Test]
    public async Task A_wrong_secret_is_not_blamed_on_middleware()
    {
        await using var host = await StartAsync();

        await host.StatusOfAsync(new StripeWebhookSigner("whsec_of_somebody_else").Sign(host.Payment().Body));

        LoggedBy(host).Should().Contain("the secret of another account").And.NotContain("middleware");
    }

    [TestCase("https", "shop.example", "", null)]
    [TestCase("http", "shop.example", "", "scheme")]
    [TestCase("https", "internal:8080", "", "host")]
    [TestCase("https", "shop.example", "/shop", "path")]
    [TestCase("http", "<script>", "/shop", "scheme, host, path")]
    public async Task A_signed_url_is_compared_with_the_one_that_was_called(string scheme, string host, string prefix, string? differs)
    {
        var signer = new SquareWebhookSigner("square_signature_key");
        await using var app = await WebhookHost.StartAsync(
            hooks => hooks.AddSquare(options =>
            {
                options.Secrets.Add("square_signature_key");
                options.NotificationUrl = SquareUrl;
            }),
            it =>
            {
                // As UseForwardedHeaders does, for values that no client of this test could send.
                it.Use((context, next) =>
                {
                    context.Request.Scheme = scheme;
                    context.Request.Host = new(host);
                    context.Request.PathBase = prefix;
                    context.Request.QueryString = new("?key=hidden");
                    return next(context);
                });
                it.MapCoinMoebiusWebhooks();
            });
        var webhook = signer.Sign(new TestPayment { PaymentId = signer.CreatePaymentId(1) }, new Uri("https://shop.example/webhooks/square/"));

        (await app.StatusOfAsync(webhook, "/webhooks/square")).Should().Be(HttpStatusCode.BadRequest);
        LoggedBy(app).Should().Contain("the configured https://shop.example/webhooks/square")
            .And.Contain(differs is null ? "as the request's" : $"differs in {differs}.")
            .And.NotContain("hidden").And.NotContain("<script>").And.NotContain("square_signature_key");
    }

    [Test]
    public async Task Forwarded_headers_decide_what_the_url_is_compared_with([Values] bool trusted)
    {
        var signer = new SquareWebhookSigner("square_signature_key");
        await using var host = await WebhookHost.StartAsync(
            hooks => hooks.AddSquare(options =>
            {
                options.Secrets.Add("square_signature_key");
                options.NotificationUrl = "https://shop.example/webhooks/square";
            }),
            app =>
            {
                if (trusted)
                {
                    app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto });
                }

                app.MapCoinMoebiusWebhooks();
            });
        var webhook = signer.Sign(new TestPayment { PaymentId = signer.CreatePaymentId(1) }, new Uri("https://other.example/"));
        using var message = webhook.ToHttpRequest(new(host.Address, "/webhooks/square"));
        message.Headers.Add("X-Forwarded-Proto", "https");
        message.Headers.Add("X-Forwarded-Host", "shop.example");

        using var response = await host.Client.SendAsync(message);

        LoggedBy(host).Should().Contain(trusted ? "as the request's" : "differs in scheme, host.");
    }

    [Test]
    public async Task No_text_of_an_unknown_sender_gets_into_the_facts()
    {
        await using var host = await StartAsync();
        var webhook = host.Payment();

        await StatusOfAsync(host, webhook, "{\"secret\":1}"u8.ToArray(), "made-up");

        LoggedBy(host).Should().Contain("Content-Encoding: another");
        host.Logs.Entries.Where(entry => entry.Id == 1004).Should().NotContain(entry => entry.Text.Contains("made-up") || entry.Text.Contains("secret\""));
    }

    private static Task<WebhookHost> StartAsync(Action<WebApplication>? before = null, Action<IServiceCollection>? services = null) =>
        WebhookHost.StartAsync(
            map: app =>
            {
                before?.Invoke(app);
                app.MapCoinMoebiusWebhooks();
            },
            services: services);

    private static string LoggedBy(WebhookHost host) => host.Logs.Entries.Single(entry => entry.Id == 1004).Text;

    private static async Task<string> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }

    private static async Task<HttpStatusCode> StatusOfAsync(
        WebhookHost host, SignedWebhook webhook, byte[] body, string? encoding = null, bool chunked = false)
    {
        using var message = webhook.ToHttpRequest(new(host.Address, "/webhooks/stripe"));
        var type = message.Content!.Headers.ContentType;
        message.Content = new ByteArrayContent(body) { Headers = { ContentType = type } };
        if (encoding is not null)
        {
            message.Content.Headers.ContentEncoding.Add(encoding);
        }

        message.Headers.TransferEncodingChunked = chunked;
        using var response = await host.Client.SendAsync(message);
        return response.StatusCode;
    }

    private static byte[] Compress(ReadOnlyMemory<byte> body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(body.Span);
        }

        return compressed.ToArray();
    }
}
