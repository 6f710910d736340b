using System.Net;
using System.Threading.Channels;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.AspNetCore.Tests.Support;

/// <summary>An application on Kestrel and a loopback port, with Stripe's webhooks mapped unless told otherwise.</summary>
public sealed class WebhookHost : IAsyncDisposable
{
    public const string Secret = "whsec_test_secret_of_the_shop";

    private readonly WebApplication _app;

    private WebhookHost(WebApplication app, LogCapture logs)
    {
        _app = app;
        Logs = logs;
        Address = new(app.Urls.Single());
        Client = new() { BaseAddress = Address };
    }

    public LogCapture Logs { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public StripeWebhookSigner Signer { get; } = new(Secret);

    public static async Task<WebhookHost> StartAsync(
        Action<IWebhooksBuilder>? webhooks = null, Action<WebApplication>? map = null, Action<IServiceCollection>? services = null)
    {
        var logs = new LogCapture();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.Services.AddSingleton<Answers>();
        services?.Invoke(builder.Services);
        var hooks = builder.Services.AddCoinMoebiusWebhooks();
        if (webhooks is null)
        {
            hooks.AddStripe(options => options.Secrets.Add(Secret));
        }

        webhooks?.Invoke(hooks);
        var app = builder.Build();
        app.Use(RecordAsync);
        if (map is null)
        {
            app.MapCoinMoebiusWebhooks("/webhooks/{provider}/{account?}");
            app.MapCoinMoebiusStatus();
        }

        map?.Invoke(app);
        await app.StartAsync();
        return new(app, logs);
    }

    /// <summary>The next answered status, even of a request whose sender has gone.</summary>
    public Task<int> NextAnswerAsync() => Services.GetRequiredService<Answers>().NextAsync();

    public SignedWebhook Payment(string paymentId = "pi_1", string? eventId = null) =>
        Signer.Sign(new TestPayment { PaymentId = paymentId, EventId = eventId });

    public Task<HttpResponseMessage> SendAsync(SignedWebhook webhook, string path = "/webhooks/stripe", CancellationToken cancellationToken = default) =>
        Client.SendAsync(webhook.ToHttpRequest(new(Address, path)), cancellationToken);

    public async Task<HttpStatusCode> StatusOfAsync(SignedWebhook webhook, string path = "/webhooks/stripe")
    {
        using var response = await SendAsync(webhook, path);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        var answers = context.RequestServices.GetRequiredService<Answers>();
        try
        {
            await next(context);
            answers.Add(context.Response.StatusCode);
        }
        catch (Exception exception)
        {
            answers.Fail(exception);
            throw;
        }
    }

    private sealed class Answers
    {
        private readonly Channel<Task<int>> _next = Channel.CreateUnbounded<Task<int>>();

        public void Add(int status) => _next.Writer.TryWrite(Task.FromResult(status));

        public void Fail(Exception exception) => _next.Writer.TryWrite(Task.FromException<int>(exception));

        public async Task<int> NextAsync() => await await _next.Reader.ReadAsync();
    }
}
