using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Shop;
using Shop.Data;

namespace CoinMoebius.Shop.Tests.Support;

/// <summary>A shop's database of one engine, for one test.</summary>
public sealed class TestDatabase : IDbContextFactory<ShopDbContext>, IDisposable
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";
    public static readonly string[] Engines = [Sqlite, Postgres];

    private readonly ShopFile? _file;
    private readonly DbContextOptions<ShopDbContext> _options;

    private TestDatabase(string connectionString, ShopFile? file)
    {
        (ConnectionString, _file) = (connectionString, file);
        var options = new DbContextOptionsBuilder<ShopDbContext>();
        ShopDatabase.Parse(connectionString, "/").Configure(options);
        _options = options.Options;
    }

    public string ConnectionString { get; }

    /// <summary>An empty one. Skips the test where the engine is not installed.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(string engine)
    {
        if (engine == Postgres)
        {
            return new(await SharedPostgres.CreateDatabaseAsync(), null);
        }

        var file = ShopFile.Create();
        return new(file.ConnectionString, file);
    }

    /// <summary>One with the shop's tables.</summary>
    public static async Task<TestDatabase> CreateAsync(string engine)
    {
        if (engine == Postgres)
        {
            return new(await SharedPostgres.CreateDatabaseAsync(MigrateAsync), null);
        }

        var file = await ShopFile.CreateMigratedAsync();
        return new(file.ConnectionString, file);
    }

    /// <summary>Makes the shop's tables.</summary>
    public static async Task MigrateAsync(string connectionString)
    {
        using var database = new TestDatabase(connectionString, null);
        await using var context = database.CreateDbContext();
        await context.Database.MigrateAsync();
    }

    public ShopDbContext CreateDbContext() => new(_options);

    /// <summary>Handles an event as the inbox does: the handler, then one save.</summary>
    /// <returns>The order it is about, as stored; null when it is about none.</returns>
    internal async Task<Order?> HandleAsync(PaymentEvent payment, TimeProvider clock, WebhookContext? told = null)
    {
        await using var context = CreateDbContext();
        await Handler(context, clock).HandleAsync(payment, told ?? new WebhookContext { Payment = Ledger.RowOf(payment), OrderReference = payment.Reference }, CancellationToken.None);
        await context.SaveChangesAsync();
        var orderId = await context.OrderEvents.OrderByDescending(told => told.Id).Select(told => told.OrderId).FirstAsync();
        return orderId is null ? null : await FindAsync(orderId);
    }

    internal async Task<Order> FindAsync(string orderId)
    {
        await using var context = CreateDbContext();
        return (await context.Orders.Include(order => order.Events).Include(order => order.Letter).SingleAsync(order => order.Id == orderId)).ToOrder();
    }

    internal async Task AddAsync(Order order)
    {
        await using var context = CreateDbContext();
        context.Orders.Add(OrderRow.Of(order));
        await context.SaveChangesAsync();
    }

    internal static FulfilOrders Handler(ShopDbContext context, TimeProvider clock) => new(context, clock, new TestPayments(Pay: true), NullLogger<FulfilOrders>.Instance);

    public void Dispose() => _file?.Dispose();
}
