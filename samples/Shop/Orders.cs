using System.Runtime.CompilerServices;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Shop.Data;

namespace Shop;

/// <summary>The shop's orders, stored in its database, with a live feed of every change.</summary>
public sealed class Orders : IDisposable
{
    // The pages show the orders that changed last; a real shop has a search as well.
    private const int Shown = 200;

    // What this process handles is told at once. What another instance handles is found by looking.
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly IDbContextFactory<ShopDbContext> _databases;
    private readonly TimeProvider _clock;
    private readonly IDisposable _subscription;
    private TaskCompletionSource _change = NewChange();

    public Orders(IDbContextFactory<ShopDbContext> databases, IPaymentEventNotifier notifier, TimeProvider clock)
    {
        _databases = databases;
        _clock = clock;

        // Told when the handlers' transaction is committed: before that there is nothing to see.
        _subscription = notifier.Subscribe(_ => TellReaders());
    }

    public async Task<Order?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var database = await _databases.CreateDbContextAsync(cancellationToken);
        return (await WithAll(database.Orders).FirstOrDefaultAsync(order => order.Id == id, cancellationToken))?.ToOrder();
    }

    public async Task AddAsync(Order order, CancellationToken cancellationToken)
    {
        await using var database = await _databases.CreateDbContextAsync(cancellationToken);
        database.Orders.Add(OrderRow.Of(order));
        await database.SaveChangesAsync(cancellationToken);
        TellReaders();
    }

    /// <summary>The orders as they are, then every change, until the reader goes.</summary>
    public IAsyncEnumerable<Order> WatchAsync(CancellationToken cancellationToken) =>
        WatchAsync(orders => orders.OrderByDescending(order => order.UpdatedAt).Take(Shown), cancellationToken);

    /// <summary>The same of one order.</summary>
    public IAsyncEnumerable<Order> WatchAsync(string id, CancellationToken cancellationToken) =>
        WatchAsync(orders => orders.Where(order => order.Id == id), cancellationToken);

    public void Dispose() => _subscription.Dispose();

    private async IAsyncEnumerable<Order> WatchAsync(
        Func<IQueryable<OrderRow>, IQueryable<OrderRow>> which, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, int>();
        while (true)
        {
            // Taken before the look, so that nothing which comes after it is missed.
            var change = _change.Task;
            foreach (var order in await FindChangedAsync(which, seen, cancellationToken))
            {
                yield return order;
            }

            await change.WaitAsync(LookInterval, _clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The orders whose version is not the one seen last.</summary>
    private async Task<IReadOnlyList<Order>> FindChangedAsync(
        Func<IQueryable<OrderRow>, IQueryable<OrderRow>> which, Dictionary<string, int> seen, CancellationToken cancellationToken)
    {
        await using var database = await _databases.CreateDbContextAsync(cancellationToken);
        var versions = await which(database.Orders).Select(order => new { order.Id, order.Version }).ToListAsync(cancellationToken);
        var changed = versions.Where(order => seen.GetValueOrDefault(order.Id) != order.Version).Select(order => order.Id).ToList();
        if (changed.Count == 0)
        {
            return [];
        }

        var rows = await WithAll(database.Orders).Where(order => changed.Contains(order.Id)).OrderBy(order => order.CreatedAt)
            .ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            seen[row.Id] = row.Version;
        }

        return [.. rows.Select(row => row.ToOrder())];
    }

    private static IQueryable<OrderRow> WithAll(IQueryable<OrderRow> orders) =>
        orders.AsNoTracking().Include(order => order.Events).Include(order => order.Letter);

    private void TellReaders() => Interlocked.Exchange(ref _change, NewChange()).TrySetResult();

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
