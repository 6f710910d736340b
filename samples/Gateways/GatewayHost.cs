using System.Net;
using CoinMoebius.Sdk;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Gateways;

/// <summary>Runs each gateway in a host of its own, so that what is wrong with one of them does not keep the others from running.</summary>
public sealed class GatewayHost(IConfiguration configuration)
{
    private static readonly TimeSpan PatienceWithSimulators = TimeSpan.FromMinutes(1);

    /// <summary>Runs one gateway; whatever goes wrong ends in its journal.</summary>
    public async Task RunAsync(IGateway gateway, Journal journal, CancellationToken cancellationToken)
    {
        var patience = configuration.GetValue("PayWithin", TimeSpan.FromMinutes(10));
        patience = IsSimulated(gateway) && patience > PatienceWithSimulators ? PatienceWithSimulators : patience;
        using var timeout = new CancellationTokenSource(patience);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await RunUnguardedAsync(gateway, journal, linked.Token);
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
            journal.Failed(timeout.IsCancellationRequested ? $"It was not over within {patience:c}." : "It was canceled.");
        }
        catch (Exception exception)
        {
            journal.Failed(exception.Message);
        }
    }

    /// <summary>True when configuration names no credentials.</summary>
    public bool IsSimulated(IGateway gateway) => !configuration.GetSection(gateway.Section).Exists();

    private async Task RunUnguardedAsync(IGateway gateway, Journal journal, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<EventLog>();
        builder.Services.AddCoinMoebiusWebhooks().AddHandler<KeepEvents>();

        var isSimulated = IsSimulated(gateway);
        await using var simulator = isSimulated ? await gateway.SimulateAsync(builder) : null;
        if (!isSimulated)
        {
            gateway.Connect(builder, configuration.GetSection(gateway.Section));
        }

        await using var app = builder.Build();
        app.MapCoinMoebiusWebhooks("/webhooks/{provider}");
        await app.StartAsync(cancellationToken);
        var here = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var webhookUrl = simulator is null ? null : new Uri(new Uri(here), $"/webhooks/{simulator.Provider}");
        if (simulator is not null)
        {
            simulator.WebhookUrl = webhookUrl;
        }

        var webhooks = app.Services.GetRequiredService<EventLog>();
        using var buyer = new Buyer(isSimulated);
        await gateway.RunAsync(
            new(app.Services, isSimulated ? webhooks : null, buyer, webhookUrl, configuration.GetValue("Refund", true), journal), cancellationToken);
        if (simulator is not null)
        {
            journal.Heard(webhooks.All.Select(known => known.Status.Value));
        }
    }
}
