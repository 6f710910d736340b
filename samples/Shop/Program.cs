using CoinMoebius.Sdk;
using Shop;

var builder = WebApplication.CreateBuilder(args);
await using var local = builder.Configuration.GetValue("Simulator", true) ? await LocalPayments.AddAsync(builder) : null;
if (local is null)
{
    builder.AddRealPayments();
}

builder.Services.AddSingleton<Orders>();
builder.Services.AddCoinMoebiusWebhooks().AddHandler<FulfilOrders>();

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapCoinMoebiusWebhooks("/webhooks/{provider}");
app.MapCoinMoebiusStatus("/payments/status");
app.MapCheckout();
app.MapOrderFeed();
app.MapGet("/api/shop", () => new ShopInfo(
    [.. Rails.All.Select(rail => new RailInfo(rail.Provider.Value, rail.Name))], local is not null, local?.Desk));
local?.SendWebhooksTo(app);

await app.StartAsync();
Console.WriteLine();
Console.WriteLine($"  The shop is open at {app.Address()}");
Console.WriteLine(local is null ? "  Payments are real." : $"  Payments are simulated; refund and dispute them at {local.Desk}");
Console.WriteLine("  Press Ctrl+C to close it.");
Console.WriteLine();
await app.WaitForShutdownAsync();

/// <summary>What the pages need to know of the shop.</summary>
internal sealed record ShopInfo(IReadOnlyList<RailInfo> Rails, bool Simulated, Uri? Simulator);

/// <summary>A rail's id and name.</summary>
internal sealed record RailInfo(string Id, string Name);
