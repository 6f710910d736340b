using System.Net;
using System.Threading.Channels;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Stripe;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.Testing.Tests.Support;

/// <summary>A merchant's app on a loopback port that verifies Stripe's webhooks and keeps the events.</summary>
public sealed class StripeMerchant : IAsyncDisposable
{
    public const string Secret = "whsec_simulated_secret_of_32_characters";

    private readonly Channel<WebhookEvent> _events = Channel.CreateUnbounded<WebhookEvent>();
    private readonly StripeWebhookVerifier _verifier;
    private readonly WebApplication _app;

    private StripeMerchant(WebApplication app)
    {
        _app = app;
        var options = new StripeWebhookOptions();
        options.Secrets.Add(Secret);
        _verifier = new(options);
    }

    public Uri WebhookUrl => new(_app.Urls.Single() + "/webhooks/stripe");

    public ChannelReader<WebhookEvent> Events => _events.Reader;

    public static async Task<StripeMerchant> StartAsync(Action<WebApplication>? configure = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var merchant = new StripeMerchant(app);
        app.UseRouting();
        app.MapPost("/webhooks/stripe", merchant.ReceiveAsync);
        configure?.Invoke(app);
        await app.StartAsync();
        return merchant;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var verification = await _verifier.VerifyAsync(new(body.ToArray(), name => context.Request.Headers[name]));
        context.Response.StatusCode = verification.IsVerified ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        if (verification.Event is { } verified)
        {
            _events.Writer.TryWrite(verified);
        }
    }
}
