using System.Buffers;
using CoinMoebius.Benchmarks.Rails;
using CoinMoebius.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Benchmarks.Ratios;

/// <summary>Kestrel on a free loopback port: a status, the webhook endpoint, and an endpoint that reads the same body and no more.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private static readonly byte[] Status =
        """{"id":"tx_1","status":"succeeded","amount":19.99,"currency":"USD","isTest":true,"createdAt":"2026-05-14T01:04:21.000Z","updatedAt":"2026-05-14T01:04:21.000Z"}"""u8.ToArray();

    private readonly WebApplication _app;

    private LoopbackServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<LoopbackServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddCoinMoebiusWebhooks().AddStripe(options => options.Secrets.Add(Rail.Secret));
        var app = builder.Build();
        app.MapCoinMoebiusWebhooks();
        app.MapPost("/empty", (RequestDelegate)ReadBodyAsync);
        app.MapGet("/status/{project}/{id}", (RequestDelegate)WriteStatusAsync);
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task ReadBodyAsync(HttpContext context)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) > 0)
        {
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static Task WriteStatusAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Status.Length;
        return context.Response.Body.WriteAsync(Status, context.RequestAborted).AsTask();
    }
}
