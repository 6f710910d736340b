using System.Diagnostics.CodeAnalysis;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The stored subscriptions.</summary>
internal sealed class SubscriptionBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SimulatorSubscription> _byId;
    private readonly TimeProvider _timeProvider;

    public SubscriptionBook(CoinMoebiusSimulatorOptions options)
    {
        _timeProvider = options.TimeProvider;
        var now = _timeProvider.GetUtcNow();
        _byId = options.Subscriptions.ToDictionary(
            subscription => subscription.Id, subscription => subscription with { CreatedAt = now, UpdatedAt = now }, StringComparer.Ordinal);
    }

    public bool TryGet(string id, [NotNullWhen(true)] out SimulatorSubscription? subscription)
    {
        lock (_gate)
        {
            return _byId.TryGetValue(id, out subscription);
        }
    }

    public IReadOnlyList<SimulatorSubscription> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _byId.Values.OrderBy(subscription => subscription.Id, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Takes a step; returns the subscription after it and the events that its provider reports.</summary>
    /// <exception cref="KeyNotFoundException">There is no such subscription.</exception>
    public (SimulatorSubscription After, TestSubscription[] Events) Take(string id, SubscriptionStep step)
    {
        lock (_gate)
        {
            if (!_byId.TryGetValue(id, out var now))
            {
                throw new KeyNotFoundException($"There is no subscription \"{id}\".");
            }

            var taken = SubscriptionTransitions.Take(now, step, _timeProvider.GetUtcNow());
            _byId[id] = taken.After;
            return taken;
        }
    }

    public void SetReturnUrl(string id, Uri? returnUrl) => Change(id, now => now with { ReturnUrl = returnUrl });

    /// <summary>Sets the status. A canceled subscription cannot change.</summary>
    public void SetStatus(string id, SubscriptionStatus status) => Change(id, now => now.Status == SubscriptionStatus.Canceled
        ? throw new InvalidOperationException("A canceled subscription cannot change.")
        : now with { Status = status, UpdatedAt = _timeProvider.GetUtcNow() });

    private void Change(string id, Func<SimulatorSubscription, SimulatorSubscription> change)
    {
        lock (_gate)
        {
            _byId[id] = change(_byId[id]);
        }
    }
}
