using System.Collections.Concurrent;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Notifies the subscribers within one process.</summary>
internal sealed class PaymentEventNotifier : IPaymentEventNotifier
{
    private readonly ConcurrentDictionary<Subscription, Action<PaymentEvent>> _observers = new();

    public void Publish(PaymentEvent paymentEvent)
    {
        ArgumentNullException.ThrowIfNull(paymentEvent);
        foreach (var observer in _observers)
        {
            observer.Value(paymentEvent);
        }
    }

    public IDisposable Subscribe(Action<PaymentEvent> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var subscription = new Subscription(this);
        _observers[subscription] = observer;
        return subscription;
    }

    private sealed class Subscription(PaymentEventNotifier owner) : IDisposable
    {
        public void Dispose() => owner._observers.TryRemove(this, out _);
    }
}
