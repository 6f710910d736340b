using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CoinMoebius.Sdk.Events;

namespace Shop;

/// <summary>The shop's orders, kept in memory, with a live feed of every change.</summary>
public sealed class Orders(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Order> _orders = new(StringComparer.Ordinal);
    private readonly HashSet<Channel<Order>> _readers = [];
    private readonly Lock _change = new();

    public Order? Find(string id) => _orders.GetValueOrDefault(id);

    public void Add(Order order)
    {
        lock (_change)
        {
            Publish(order);
        }
    }

    /// <summary>Applies an event to the order it is about; null when it is about none of ours.</summary>
    public Order? Apply(PaymentEvent payment)
    {
        lock (_change)
        {
            if (FindOrderOf(payment) is not { } order)
            {
                return null;
            }

            order = order.Apply(payment, clock.GetUtcNow());
            Publish(order);
            return order;
        }
    }

    /// <summary>All orders as they are, then every change, until the reader goes.</summary>
    public async IAsyncEnumerable<Order> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A reader that does not keep up loses old states of orders, never the newest.
        var channel = Channel.CreateBounded<Order>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
        List<Order> existing;
        lock (_change)
        {
            _readers.Add(channel);
            existing = [.. _orders.Values.OrderBy(order => order.CreatedAt)];
        }

        try
        {
            foreach (var order in existing)
            {
                yield return order;
            }

            await foreach (var order in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return order;
            }
        }
        finally
        {
            lock (_change)
            {
                _readers.Remove(channel);
            }
        }
    }

    // What this shop put into its own call says it best: the order's id, in the metadata or as the reference. Refunds and disputes may carry no more than the payment's id; a refund
    // at Authorize.Net has an id of its own, but the reference of the payment.
    private Order? FindOrderOf(PaymentEvent payment)
    {
        var candidates = _orders.Values.Where(order => order.Provider == payment.Provider.Value).ToList();
        return candidates.Find(order => payment.Metadata.GetValueOrDefault("orderId") == order.Id || payment.Reference == order.Id)
            ?? candidates.Find(order => order.PaymentIds.Contains(payment.PaymentId))
            ?? candidates.Find(order => order.TransactionId is { } id
                && (payment.PaymentId == id || payment.Metadata.GetValueOrDefault("transactionId") == id || payment.Reference == id));
    }

    private void Publish(Order order)
    {
        _orders[order.Id] = order;
        foreach (var reader in _readers)
        {
            reader.Writer.TryWrite(order);
        }
    }
}
