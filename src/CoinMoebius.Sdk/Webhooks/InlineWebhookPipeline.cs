using CoinMoebius.Sdk.Events;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using static CoinMoebius.Sdk.Webhooks.InMemoryWebhookInbox;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Handles a delivery before the response, and keeps handled events in memory.</summary>
internal sealed class InlineWebhookPipeline : IWebhookPipeline
{
    private readonly WebhookDispatcher _dispatcher;
    private readonly ILogger<InlineWebhookPipeline> _logger;
    private readonly int _capacity;
    private readonly InMemoryWebhookInbox _inbox;

    public InlineWebhookPipeline(WebhookDispatcher dispatcher, IOptions<InMemoryInboxOptions> options, ILogger<InlineWebhookPipeline> logger)
    {
        _dispatcher = dispatcher;
        _logger = logger;
        _capacity = options.Value.Capacity;
        _inbox = new(_capacity);
        WebhookLog.MemoryOnly(logger, _capacity);
    }

    public async ValueTask<WebhookDisposition> ProcessAsync(WebhookDelivery delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        while (true)
        {
            var ticket = _inbox.Begin(delivery);
            switch (ticket.Admission)
            {
                case Admission.Run:
                    return await RunAsync(delivery, ticket, cancellationToken).ConfigureAwait(false);

                case Admission.Running:
                    // Never respond with 200 because of a run that may still fail: wait for it, and run again if it failed.
                    await _inbox.WaitAsync(ticket, cancellationToken).ConfigureAwait(false);
                    break;

                case Admission.Duplicate:
                    WebhookLog.Duplicate(_logger, delivery.Event.Provider, delivery.Event.EventId);
                    return WebhookDisposition.Duplicate;

                case Admission.Replayed:
                    WebhookLog.Replayed(_logger, delivery.Event.Provider, delivery.Event.DeliveryId);
                    return WebhookDisposition.Replayed;

                default:
                    WebhookLog.InboxFull(_logger, _capacity, delivery.Event.Provider);
                    return WebhookDisposition.Unavailable;
            }
        }
    }

    private async Task<WebhookDisposition> RunAsync(WebhookDelivery delivery, Ticket ticket, CancellationToken cancellationToken)
    {
        var succeeded = false;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var context = new WebhookContext
            {
                Account = delivery.Account,
                DeliveryId = delivery.Event.DeliveryId,
                RawBody = delivery.Event.RawBody,
                IsFirstOfStatus = ticket.IsFirstOfStatus,
                OrderReference = (delivery.Event as PaymentEvent)?.Reference,
                Attempt = ticket.Attempt,
            };
            await _dispatcher.DispatchAsync(delivery, context, cancellationToken).ConfigureAwait(false);
            succeeded = true;
            return WebhookDisposition.Accepted;
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // The dispatcher has logged it.
            return WebhookDisposition.HandlerFailed;
        }
        finally
        {
            _inbox.End(ticket, succeeded);
        }
    }
}
