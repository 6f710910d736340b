using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CoinMoebius.Sdk.Events;

namespace Shop;

/// <summary>The shop's orders, kept in memory, with a live feed of every change.</summary>
public sealed class Orders(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Order> _orders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Channel<Order>, byte> _readers = new();
    private readonly Lock _change = new();

    public Order? Find(string id) => _orders.GetValueOrDefault(id);

    public void Add(Order order) => Publish(_orders[order.Id] = order);

    /// <summary>Applies an event to the order it is about; null when it is about none of ours.</summary>
    public Order? Apply(PaymentEvent payment)
    {
        lock (_change)
        {
            var order = _orders.Values.FirstOrDefault(candidate => IsAbout(payment, candidate));
            if (order is not null)
            {
                Publish(order = _orders[order.Id] = order.Apply(payment, clock.GetUtcNow()));
            }

            return order;
        }
    }

    /// <summary>All orders as they are, then every change, until the reader goes.</summary>
    public async IAsyncEnumerable<Order> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<Order>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
        _readers[channel] = 0;
        try
        {
            foreach (var order in _orders.Values.OrderBy(order => order.CreatedAt))
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
            _readers.TryRemove(channel, out _);
        }
    }

    // Metadata and the order reference come from this shop's own checkout call; later events may know the payment id alone.
    private static bool IsAbout(PaymentEvent payment, Order order) =>
        payment.Metadata.GetValueOrDefault("orderId") == order.Id
        || (payment.PaymentId == order.PaymentId && payment.Provider.Value == order.Provider)
        || (order.TransactionId is { } id
            && (payment.PaymentId == id || payment.Reference == id || payment.Metadata.GetValueOrDefault("transactionId") == id));

    private void Publish(Order order)
    {
        foreach (var reader in _readers.Keys)
        {
            reader.Writer.TryWrite(order);
        }
    }
}
