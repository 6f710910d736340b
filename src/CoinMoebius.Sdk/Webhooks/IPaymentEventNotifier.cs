using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Tells the waiters of this process that an authentic payment event has arrived, so that they need not ask the API. Pipelines
/// publish; <see cref="ICoinMoebiusClient"/> subscribes.
/// </summary>
public interface IPaymentEventNotifier
{
    /// <summary>Tells all subscribers. Call it only with events of a verifier.</summary>
    /// <param name="paymentEvent">The event.</param>
    void Publish(PaymentEvent paymentEvent);

    /// <summary>Calls <paramref name="observer"/> for each event until the result is disposed.</summary>
    /// <param name="observer">Called on the publisher's thread: be quick and do not throw.</param>
    IDisposable Subscribe(Action<PaymentEvent> observer);
}
