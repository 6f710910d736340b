using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace Gateways;

/// <summary>The handler of verified webhooks: one for every gateway.</summary>
public sealed class KeepEvents(EventLog log) : IWebhookHandler<PaymentEvent>
{
    public Task HandleAsync(PaymentEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken)
    {
        log.Add(webhookEvent);
        return Task.CompletedTask;
    }
}
