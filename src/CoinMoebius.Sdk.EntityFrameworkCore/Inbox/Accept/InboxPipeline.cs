using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Accept;

/// <summary>Stores a delivery before the endpoint responds, and wakes the processor, which runs the handlers.</summary>
internal sealed class InboxPipeline<TContext>(
    InboxDatabase<TContext> database,
    InboxWriter<TContext> writer,
    InboxSignal signal,
    NodeNotifications<TContext> nodes,
    ILogger<InboxPipeline<TContext>> logger) : IWebhookPipeline
    where TContext : DbContext
{
    public async ValueTask<WebhookDisposition> ProcessAsync(WebhookDelivery delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        database.ThrowIfHeld();
        AcceptResult result;
        try
        {
            result = await writer.AddAsync(delivery, cancellationToken).ConfigureAwait(false);
        }
        catch (BrokenCircuitException)
        {
            return WebhookDisposition.Unavailable;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            InboxLog.NotStored(logger, delivery.Event.Provider, delivery.Event.EventId, exception);
            return WebhookDisposition.Unavailable;
        }

        switch (result.Disposition)
        {
            case WebhookDisposition.Accepted:
                signal.Set(result.Id);
                nodes.Notify();
                break;
            case WebhookDisposition.Duplicate:
                WebhookLog.Duplicate(logger, delivery.Event.Provider, delivery.Event.EventId);
                break;
            case WebhookDisposition.Replayed:
                WebhookLog.Replayed(logger, delivery.Event.Provider, delivery.Event.DeliveryId);
                break;
        }

        return result.Disposition;
    }
}
