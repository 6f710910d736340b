using System.Diagnostics.CodeAnalysis;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The stored transactions.</summary>
internal sealed class TransactionBook(TimeProvider timeProvider)
{
    private static readonly TimeSpan ManualLifetime = TimeSpan.FromDays(30);

    private readonly Lock _gate = new();
    private readonly List<string> _order = [];
    private readonly Dictionary<string, SimulatorTransaction> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byProviderId = new(StringComparer.Ordinal);

    public IReadOnlyList<SimulatorTransaction> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _order.Select(Current)];
            }
        }
    }

    public void Add(SimulatorTransaction transaction)
    {
        lock (_gate)
        {
            _byId.Add(transaction.Id, transaction);
            _byProviderId[transaction.ProviderPaymentId] = transaction.Id;
            _order.Add(transaction.Id);
        }
    }

    /// <summary>Finds a transaction by its own id or the provider's, because checkouts with Cryptomus and Monero return only the latter.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out SimulatorTransaction? transaction)
    {
        lock (_gate)
        {
            var key = _byId.ContainsKey(id) ? id : _byProviderId.GetValueOrDefault(id);
            transaction = key is null ? null : Current(key);
            return transaction is not null;
        }
    }

    public SimulatorTransaction Change(string id, Func<SimulatorTransaction, SimulatorTransaction> step)
    {
        lock (_gate)
        {
            if (!TryGet(id, out var now))
            {
                throw new KeyNotFoundException($"There is no transaction \"{id}\".");
            }

            return _byId[now.Id] = step(now with { News = null }) with { UpdatedAt = timeProvider.GetUtcNow() };
        }
    }

    private SimulatorTransaction Current(string id)
    {
        var stored = _byId[id];
        var expiry = stored.CreatedAt + ManualLifetime;
        return stored.Status == PaymentStatus.PendingManual && timeProvider.GetUtcNow() >= expiry
            ? _byId[id] = Transitions.ExpireManual(stored) with { UpdatedAt = expiry }
            : stored;
    }
}
