using System.Net;
using System.Text;
using System.Threading.RateLimiting;
using CoinMoebius.Sdk.AspNetCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.AspNetCore.Tests;

/// <summary>A provider believes the status code: 200 from an error page means that it never sends the event again.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FinalAnswerTests
{
    private const string Webhooks = "/webhooks/{provider}/{account?}";
    private const string Refusal = "The webhook was not verified.";

    private static IEnumerable<Template> Templates => Template.All;

    [TestCaseSource(nameof(Templates))]
    public async Task Nothing_in_an_application_changes_the_answer_to_a_provider(Template template)
    {
        await using var host = await StartAsync(template);
        var answers = new List<string>();
        foreach (var (payment, path, change) in new (string, string, Action<HttpRequestMessage>?)[]
        {
            ("pi_accepted", "/webhooks/stripe", null),
            ("pi_accepted", "/webhooks/stripe", message => message.Headers.Remove("Stripe-Signature")),
            ("pi_accepted", "/webhooks/nobody", null),
            ("pi_accepted", "/webhooks/stripe", message => message.Content = Json(new string('a', 20_000), "application/json")),
            ("pi_accepted", "/webhooks/stripe", message => message.Content = Json("{}", "text/plain")),
            ("pi_failed", "/webhooks/stripe", null),
            ("pi_thrown", "/webhooks/stripe", null),
            ("pi_unavailable", "/webhooks/stripe", null),
        })
        {
            using var message = host.Payment(payment).ToHttpRequest(new(host.Address, path));
            change?.Invoke(message);
            answers.Add(await AnswerOfAsync(message));
        }

        answers.Should().Equal("200 ", "400 " + Refusal, "404 ", "413 ", "415 ", "500 ", "503 ", "503 ");
    }

    [TestCaseSource(nameof(Templates))]
    public async Task Nothing_in_an_application_changes_the_answer_to_a_browser(Template template)
    {
        await using var host = await StartAsync(template);
        var answers = new List<string>();
        foreach (var query in new[] { "?paymentId=pi_known", "", "?paymentId=pi_none", "?paymentId=pi_busy", "?paymentId=pi_thrown" })
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/payments/status" + query));
            answers.Add(await AnswerOfAsync(message));
        }

        answers[0].Should().StartWith("200 {\"status\":\"pending\",");
        answers.Skip(1).Should().Equal("400 ", "404 ", "503 ", "500 ");
    }

    [Test]
    public async Task The_status_of_a_payment_is_never_taken_from_an_output_cache()
    {
        var source = new Source();
        await using var host = await StartAsync(Template.All.Single(it => it.Name == "output cache"), source);
        foreach (var status in new[] { PaymentStatus.Pending, PaymentStatus.Succeeded })
        {
            source.Status = status;
            using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/payments/status?paymentId=pi_known"));

            (await AnswerOfAsync(message)).Should().Contain(status == PaymentStatus.Pending ? "\"pending\"" : "\"success\"");
        }
    }

    [Test]
    public async Task A_failure_of_the_status_source_is_logged_with_its_cause()
    {
        await using var host = await StartAsync(Template.All.First());
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/payments/status?paymentId=pi_thrown"));

        await AnswerOfAsync(message);

        host.Logs.Entries.Should().ContainSingle(entry => entry.Id == 1022).Which.Text.Should().Contain("Out of order.");
    }

    [Test]
    public async Task A_delivery_over_http_is_redirected_where_the_application_says_so_and_is_not_handled()
    {
        await using var host = await StartAsync(new(
            "https", services => services.AddHttpsRedirection(options => options.HttpsPort = 443), app => app.UseHttpsRedirection()));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var message = host.Payment("pi_accepted").ToHttpRequest(new(host.Address, "/webhooks/stripe"));

        using var response = await client.SendAsync(message);

        response.StatusCode.Should().Be(HttpStatusCode.TemporaryRedirect, "a provider neither takes it for success nor loses the body");
        host.Services.GetRequiredService<IWebhookPipeline>().As<Pipeline>().Deliveries.Should().Be(0);
    }

    [Test]
    public async Task A_rate_limit_of_the_application_is_never_success_and_can_be_switched_off_for_the_endpoint([Values] bool disabled)
    {
        var template = new Template(
            "limited",
            services => services.AddRateLimiter(options => options.GlobalLimiter =
                PartitionedRateLimiter.Create<HttpContext, string>(
                    _ => RateLimitPartition.GetFixedWindowLimiter("all", _ => new() { PermitLimit = 1, Window = TimeSpan.FromDays(1) }))),
            app => app.UseRateLimiter());
        await using var host = await StartAsync(template, convention: endpoint => _ = disabled ? endpoint.DisableRateLimiting() : endpoint);
        await host.StatusOfAsync(host.Payment("pi_accepted"));

        var second = await host.StatusOfAsync(host.Payment("pi_accepted"));

        second.Should().Be(disabled ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable);
    }

    private static Task<WebhookHost> StartAsync(Template template, Source? source = null, Action<IEndpointConventionBuilder>? convention = null) =>
        WebhookHost.StartAsync(
            hooks => hooks.AddStripe(options => options.Secrets.Add(WebhookHost.Secret)).ConfigureEndpoint(options => options.MaxBodySize = 10_000),
            app =>
            {
                template.Pipeline(app);
                var endpoint = app.MapCoinMoebiusWebhooks(Webhooks);
                convention?.Invoke(endpoint);
                app.MapCoinMoebiusStatus();
            },
            services =>
            {
                template.Services(services);
                services.AddSingleton<IWebhookPipeline, Pipeline>();
                services.AddSingleton<IPaymentStatusSource>(source ?? new());
            });

    private static ByteArrayContent Json(string body, string contentType) =>
        new(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new(contentType) } };

    private static async Task<string> AnswerOfAsync(HttpRequestMessage message)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All });
        message.Headers.Add("Origin", "https://shop.example");
        using var response = await client.SendAsync(message);
        response.Headers.Location.Should().BeNull();
        (response.Headers.RetryAfter is not null).Should().Be(response.StatusCode == HttpStatusCode.ServiceUnavailable);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    private sealed class Pipeline : IWebhookPipeline
    {
        public int Deliveries { get; private set; }

        public ValueTask<WebhookDisposition> ProcessAsync(WebhookDelivery delivery, CancellationToken cancellationToken = default)
        {
            Deliveries++;
            return ((PaymentEvent)delivery.Event).PaymentId switch
            {
                "pi_failed" => new(WebhookDisposition.HandlerFailed),
                "pi_unavailable" => new(WebhookDisposition.Unavailable),
                "pi_thrown" => throw new InvalidOperationException("Out of order."),
                _ => new(WebhookDisposition.Accepted),
            };
        }
    }

    private sealed class Source : IPaymentStatusSource
    {
        public PaymentStatus Status { get; set; } = PaymentStatus.Pending;

        public ValueTask<PaymentStatusReport?> FindAsync(string paymentId, CancellationToken cancellationToken = default) => paymentId switch
        {
            "pi_known" => new(new PaymentStatusReport
            {
                PaymentId = paymentId,
                Provider = PaymentProvider.Stripe,
                Status = Status,
                Timestamp = DateTimeOffset.UnixEpoch,
            }),
            "pi_busy" => throw new CoinMoebiusException("Busy."),
            "pi_thrown" => throw new InvalidOperationException("Out of order."),
            _ => new((PaymentStatusReport?)null),
        };
    }
}
