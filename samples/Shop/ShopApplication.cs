using System.Data.Common;
using CoinMoebius.Sdk;
using Shop.Data;

namespace Shop;

/// <summary>The shop, put together: the place to read first.</summary>
public sealed class ShopApplication : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly LocalPayments? _local;

    private ShopApplication(WebApplication app, LocalPayments? local)
    {
        _app = app;
        _local = local;
    }

    /// <summary>Where the running shop listens, as this machine reaches it.</summary>
    public Uri Address => _app.Services.GetRequiredService<PublicAddress>().Listening;

    /// <summary>The pages on which simulated payments are refunded and disputed; none when payments are real.</summary>
    public IReadOnlyList<Desk> Desks => _local?.Desks ?? [];

    public static async Task<ShopApplication> BuildAsync(params string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);

        // A start that fails is told by Program, in a sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None);
        var local = builder.Configuration.GetValue("Simulator", true) ? await LocalPayments.AddAsync(builder) : null;
        if (local is null)
        {
            builder.AddRealPayments();
        }

        builder.AddShopDatabase();
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddSingleton(new TestPayments(Pay: builder.Configuration.GetValue("AcceptTestPayments", local is not null)));
        builder.Services.AddSingleton<Orders>();
        builder.Services.AddSingleton<Rails>();
        builder.Services.AddSingleton<OrderViews>();
        builder.AddPayByMail(isSimulated: local is not null);
        builder.Services.AddCoinMoebiusWebhooks()
            .AddHandler<FulfilOrders>()
            .UseEntityFrameworkInbox<ShopDbContext>(options => builder.Configuration.GetSection("Inbox").Bind(options));
        builder.Services.AddHealthChecks().AddCoinMoebiusInbox();

        var app = builder.Build();
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.MapCoinMoebiusWebhooks("/webhooks/{provider}");
        app.MapCoinMoebiusStatus("/payments/status");
        app.MapHealthChecks("/health");
        app.MapCheckout();
        app.MapOrderFeed();
        app.MapPayByMail();
        app.MapGet("/api/shop", (Rails rails) => new ShopInfo(
            [.. rails.All.Select(rail => new RailInfo(rail.Provider.Value, rail.Name, rail.Kind, rail.Currency))], local is not null, local?.Desks ?? []));
        return new(app, local);
    }

    /// <summary>Where the orders are stored, in a few words.</summary>
    public string Storage => _app.Services.GetRequiredService<ShopDatabase>().Description;

    /// <summary>Opens the shop.</summary>
    /// <exception cref="IOException">The address is taken.</exception>
    /// <exception cref="DbException">The database cannot be used.</exception>
    public async Task StartAsync()
    {
        // A setting that cannot be used ends the start.
        _app.Services.GetRequiredService<PublicAddress>();
        await ShopDatabase.MigrateAsync(_app.Services);
        await _app.StartAsync();
        _local?.SendWebhooksTo(Address);
    }

    /// <summary>Closes the shop; open event streams end at once.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => _app.StopAsync(cancellationToken);

    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_local is not null)
        {
            await _local.DisposeAsync();
        }
    }

    /// <summary>What the pages need to know of the shop.</summary>
    private sealed record ShopInfo(IReadOnlyList<RailInfo> Rails, bool Simulated, IReadOnlyList<Desk> Desks);

    /// <summary>A rail as the products offer it.</summary>
    private sealed record RailInfo(string Id, string Name, RailKind Kind, string Currency);
}
