using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The application's reaction to authentic events of one kind. Each delivery creates a new handler in its own scope.</summary>
/// <typeparam name="TEvent"><see cref="PaymentEvent"/>, <see cref="SubscriptionEvent"/> or <see cref="UnmappedEvent"/>.</typeparam>
public interface IWebhookHandler<in TEvent>
    where TEvent : WebhookEvent
{
    /// <summary>Reacts to an event. After an exception, the event is delivered again.</summary>
    /// <param name="webhookEvent">The event.</param>
    /// <param name="context">The context of the delivery.</param>
    /// <param name="cancellationToken">Canceled when the application stops or the caller has disconnected.</param>
    Task HandleAsync(TEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken);
}
