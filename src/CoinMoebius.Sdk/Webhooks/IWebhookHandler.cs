using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The merchant's reaction to authentic events of one kind. Made anew for every delivery, from a scope of its own.</summary>
/// <typeparam name="TEvent"><see cref="PaymentEvent"/>, <see cref="SubscriptionEvent"/> or <see cref="UnmappedEvent"/>.</typeparam>
public interface IWebhookHandler<in TEvent>
    where TEvent : WebhookEvent
{
    /// <summary>Reacts to an event. An exception means "not done": the event comes again.</summary>
    /// <param name="webhookEvent">What happened.</param>
    /// <param name="context">How it came.</param>
    /// <param name="cancellationToken">Cancelled when the application stops or the caller has gone.</param>
    Task HandleAsync(TEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken);
}
