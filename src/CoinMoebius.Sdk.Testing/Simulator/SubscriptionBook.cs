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

    public void SetReturnUrl(string id, Uri? returnUrl) => Change(id, now => now with { ReturnUrl = returnUrl });

    /// <summary>Canceled is terminal.</summary>
    public void SetStatus(string id, SubscriptionStatus status) => Change(id, now => now.Status == SubscriptionStatus.Canceled
        ? throw new InvalidOperationException("A canceled subscription stays canceled.")
        : now with { Status = status, UpdatedAt = _timeProvider.GetUtcNow() });

    private void Change(string id, Func<SimulatorSubscription, SimulatorSubscription> change)
    {
        lock (_gate)
        {
            _byId[id] = change(_byId[id]);
        }
    }
}
