using System.Net;
using CoinMoebius.Sdk.AspNetCore.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.AspNetCore.Tests;

/// <summary>Who ended a request: the sender, who hears no answer, or the host, which asks for the event again.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RequestEndTests
{
    private const string Path = "/webhooks/stripe";

    /// <summary>How the host limits the time of a request.</summary>
    public enum Limit
    {
        None,
        RequestTimeouts,
        OwnMiddleware,
    }

    // Over HTTP/2 nothing tells the token of an unknown middleware from the server's.
    [TestCase(Limit.RequestTimeouts, 1)]
    [TestCase(Limit.RequestTimeouts, 2)]
    [TestCase(Limit.OwnMiddleware, 1)]
    public async Task A_time_limit_of_the_host_is_503_and_never_taken_for_a_sender_that_left(Limit limit, int http)
    {
        var pipeline = new WaitingPipeline();
        await using var host = await StartAsync(pipeline, limit, http, pipeline.Begun.Task);

        using var response = await SendAsync(host, http, CancellationToken.None);

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(30));
        host.Logs.Entries.Should().ContainSingle(entry => entry.Id == 1011 && entry.Level == LogLevel.Warning)
            .And.NotContain(entry => entry.Id == 1006);
    }

    [Test]
    public async Task A_sender_that_leaves_is_499_whatever_limits_the_host_has([Values] Limit limit, [Values(1, 2)] int http)
    {
        var pipeline = new WaitingPipeline();
        await using var host = await StartAsync(pipeline, limit, http, over: null);
        using var leaving = new CancellationTokenSource();
        var sent = SendAsync(host, http, leaving.Token);
        await pipeline.Begun.Task;

        await leaving.CancelAsync();

        (await host.NextAnswerAsync()).Should().Be(499);
        await sent.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        host.Logs.Entries.Should().ContainSingle(entry => entry.Id == 1006).And.NotContain(entry => entry.Id == 1011);
    }

    [Test]
    public async Task An_event_that_is_done_when_the_time_is_over_is_200()
    {
        var pipeline = new WaitingPipeline { Finishes = true };
        await using var host = await StartAsync(pipeline, Limit.OwnMiddleware, http: 1, pipeline.Begun.Task);

        using var response = await SendAsync(host, http: 1, CancellationToken.None);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_status_that_takes_longer_than_the_host_allows_is_503_with_a_time_to_ask_again()
    {
        await using var host = await WebhookHost.StartAsync(
            map: app =>
            {
                app.UseRequestTimeouts();
                app.MapCoinMoebiusStatus();
            },
            services: services => services
                .AddRequestTimeouts(options => options.DefaultPolicy = new() { Timeout = TimeSpan.FromMilliseconds(1) })
                .AddSingleton<IPaymentStatusSource>(new WaitingSource()));

        using var response = await host.Client.GetAsync(new Uri("/payments/status?paymentId=pi_1", UriKind.Relative));

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.Should().NotBeNull();
        host.Logs.Entries.Should().ContainSingle(entry => entry.Id == 1021);
    }

    private static Task<WebhookHost> StartAsync(IWebhookPipeline pipeline, Limit limit, int http, Task? over)
    {
        // The host's own limit knows the system's clock only: so short that it ends whatever waits, or too long to matter.
        var time = over is null ? TimeSpan.FromHours(1) : TimeSpan.FromMilliseconds(1);
        return WebhookHost.StartAsync(
            map: app =>
            {
                switch (limit)
                {
                    case Limit.RequestTimeouts:
                        app.UseRequestTimeouts();
                        break;
                    case Limit.OwnMiddleware:
                        app.Use((context, next) => LimitAsync(context, next, over ?? new TaskCompletionSource().Task));
                        break;
                }

                app.MapCoinMoebiusWebhooks();
            },
            services: services => services
                .AddSingleton(pipeline)
                .AddRequestTimeouts(options => options.DefaultPolicy = new() { Timeout = time })
                .Configure<KestrelServerOptions>(options => options.ConfigureEndpointDefaults(
                    endpoint => endpoint.Protocols = http == 2 ? HttpProtocols.Http2 : HttpProtocols.Http1)));
    }

    private static Task<HttpResponseMessage> SendAsync(WebhookHost host, int http, CancellationToken cancellationToken)
    {
        var message = host.Payment().ToHttpRequest(new(host.Address, Path));
        message.Version = http == 2 ? HttpVersion.Version20 : HttpVersion.Version11;
        message.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        return host.Client.SendAsync(message, cancellationToken);
    }

    private static async Task LimitAsync(HttpContext context, RequestDelegate next, Task over)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        _ = CancelAfterAsync(over, limited);
        context.RequestAborted = limited.Token;
        await next(context);
    }

    private static async Task CancelAfterAsync(Task over, CancellationTokenSource limited)
    {
        await over;
        await limited.CancelAsync();
    }

    /// <summary>Waits for the end of the request; then gives up, or has finished all the same.</summary>
    private sealed class WaitingPipeline : IWebhookPipeline
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Finishes { get; init; }

        public async ValueTask<WebhookDisposition> ProcessAsync(WebhookDelivery delivery, CancellationToken cancellationToken = default)
        {
            Begun.TrySetResult();
            var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = cancellationToken.Register(ended.SetResult);
            await ended.Task;
            if (!Finishes)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            return WebhookDisposition.Accepted;
        }
    }

    private sealed class WaitingSource : IPaymentStatusSource
    {
        public async ValueTask<PaymentStatusReport?> FindAsync(string paymentId, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return null;
        }
    }
}
