using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Notifies the waits of this process of an authentic payment event, so that they need not query the API. Pipelines publish;
/// <see cref="ICoinMoebiusClient"/> subscribes.
/// </summary>
public interface IPaymentEventNotifier
{
    /// <summary>Notifies all subscribers. Call it only with events from a verifier.</summary>
    /// <param name="paymentEvent">The event.</param>
    void Publish(PaymentEvent paymentEvent);

    /// <summary>Calls <paramref name="observer"/> for each event until the result is disposed.</summary>
    /// <param name="observer">The callback, on the publisher's thread. It must return quickly and not throw.</param>
    IDisposable Subscribe(Action<PaymentEvent> observer);
}
