using CoinMoebius.Sdk.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Runs the registered handlers of an event, one after the other in the order of registration. The first that throws ends the run:
/// the event comes again and then all of them run again, so handlers must bear that.
/// </summary>
/// <remarks>Pipelines use it, and so can a queue worker that verified a delivery itself. Safe for concurrent use.</remarks>
public sealed class WebhookDispatcher
{
    private readonly IServiceScopeFactory _scopes;
    private readonly IPaymentEventNotifier _notifier;
    private readonly ILogger<WebhookDispatcher> _logger;

    /// <summary>Creates a dispatcher; containers do.</summary>
    /// <param name="scopes">Makes the scope of a delivery.</param>
    /// <param name="notifier">Hears of payments whose handlers are done.</param>
    /// <param name="logger">Receives which handler failed, and why.</param>
    public WebhookDispatcher(IServiceScopeFactory scopes, IPaymentEventNotifier notifier, ILogger<WebhookDispatcher> logger)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentNullException.ThrowIfNull(notifier);
        ArgumentNullException.ThrowIfNull(logger);
        _scopes = scopes;
        _notifier = notifier;
        _logger = logger;
    }

    /// <summary>Runs the handlers in a scope of their own, then tells the waiters of this process.</summary>
    /// <param name="delivery">The delivery; call it only with what a verifier accepted.</param>
    /// <param name="context">What the handlers are told about it.</param>
    /// <param name="cancellationToken">Handed to the handlers.</param>
    /// <exception cref="Exception">Whatever a handler threw: the event is not done.</exception>
    public async Task DispatchAsync(WebhookDelivery delivery, WebhookContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var scope = _scopes.CreateAsyncScope();
        try
        {
            await RunHandlersAsync(scope.ServiceProvider, delivery, context, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(scope, delivery.Event).ConfigureAwait(false);
        }

        Publish(delivery);
    }

    /// <summary>
    /// Runs the handlers from a scope of the caller's, which may hold an open transaction. Call <see cref="Publish"/> once it is
    /// committed.
    /// </summary>
    /// <param name="services">The scope's services.</param>
    /// <param name="delivery">The delivery; call it only with what a verifier accepted.</param>
    /// <param name="context">What the handlers are told about it.</param>
    /// <param name="cancellationToken">Handed to the handlers.</param>
    /// <exception cref="Exception">Whatever a handler threw: the event is not done.</exception>
    public Task RunHandlersAsync(
        IServiceProvider services, WebhookDelivery delivery, WebhookContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(context);
        return delivery.Event switch
        {
            PaymentEvent payment => RunAsync(services, payment, context, cancellationToken),
            SubscriptionEvent subscription => RunAsync(services, subscription, context, cancellationToken),
            UnmappedEvent unmapped => RunAsync(services, unmapped, context, cancellationToken),
            var other => throw new ArgumentException($"{other.GetType().Name} is none of the three kinds of events.", nameof(delivery)),
        };
    }

    /// <summary>Tells the waiters of this process about a payment that is done. Other kinds of events have no waiters.</summary>
    /// <param name="delivery">The delivery.</param>
    public void Publish(WebhookDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (delivery.Event is not PaymentEvent payment)
        {
            return;
        }

        try
        {
            _notifier.Publish(payment);
        }
        catch (Exception exception)
        {
            // The work is done: a waiter's fault must not make the provider send it again.
            WebhookLog.WaiterFailed(_logger, payment.Provider, exception);
        }
    }

    private async ValueTask EndAsync(AsyncServiceScope scope, WebhookEvent webhookEvent)
    {
        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            WebhookLog.ScopeFailed(_logger, webhookEvent.Provider, webhookEvent.EventId, exception);
            throw;
        }
    }

    private async Task RunAsync<TEvent>(IServiceProvider services, TEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken)
        where TEvent : WebhookEvent
    {
        var run = WebhookTelemetry.StartHandling(webhookEvent);
        var handler = "The creation of the handlers";
        var succeeded = false;
        try
        {
            var handlers = 0;
            foreach (var next in services.GetServices<IWebhookHandler<TEvent>>())
            {
                handlers++;
                handler = next.GetType().Name;
                await next.HandleAsync(webhookEvent, context, cancellationToken).ConfigureAwait(false);
            }

            if (handlers == 0)
            {
                WebhookLog.NoHandler(_logger, typeof(TEvent).Name, webhookEvent.Provider, webhookEvent.EventType);
            }

            succeeded = true;
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            WebhookLog.HandlerFailed(
                _logger, handler, webhookEvent.Provider, webhookEvent.EventType, webhookEvent.EventId, context.Attempt, exception);
            throw;
        }
        finally
        {
            WebhookTelemetry.Handled(run, webhookEvent, succeeded);
        }
    }
}
