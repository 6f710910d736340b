using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoinMoebius.Sdk.Testing;

/// <summary>A web server on a loopback port. The server reads no configuration and writes no log.</summary>
internal sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SimulatorHost(WebApplication app)
    {
        _app = app;
        Address = new(app.Urls.Single().TrimEnd('/') + "/");
    }

    public Uri Address { get; }

    public static async Task<SimulatorHost> StartAsync(Action<IEndpointRouteBuilder> map, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();

        // The process belongs to the merchant, so this host must not handle Ctrl+C.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var app = builder.Build();
        try
        {
            app.UseRouting();
            map(app);
            app.MapGet("/", static (HttpContext context) =>
            {
                context.Response.Redirect("simulator");
                return Task.CompletedTask;
            });
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new(app);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
