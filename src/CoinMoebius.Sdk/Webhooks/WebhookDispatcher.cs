using CoinMoebius.Sdk.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Runs the registered handlers of an event, one after the other in the order of registration. The first exception ends the run: the event
/// is delivered again and then all handlers run again, so they must be idempotent.
/// </summary>
/// <remarks>Pipelines use it, and so can a queue worker that has verified a delivery itself. Thread-safe.</remarks>
public sealed class WebhookDispatcher
{
    private readonly IServiceScopeFactory _scopes;
    private readonly IPaymentEventNotifier _notifier;
    private readonly ILogger<WebhookDispatcher> _logger;

    /// <summary>Creates a dispatcher, usually by the container.</summary>
    /// <param name="scopes">Creates the scope of a delivery.</param>
    /// <param name="notifier">Receives payments whose handlers have completed.</param>
    /// <param name="logger">Receives failures of handlers.</param>
    public WebhookDispatcher(IServiceScopeFactory scopes, IPaymentEventNotifier notifier, ILogger<WebhookDispatcher> logger)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentNullException.ThrowIfNull(notifier);
        ArgumentNullException.ThrowIfNull(logger);
        _scopes = scopes;
        _notifier = notifier;
        _logger = logger;
    }

    /// <summary>Runs the handlers in a new scope, then notifies the waits of this process.</summary>
    /// <param name="delivery">The delivery, which a verifier must have accepted.</param>
    /// <param name="context">The context for the handlers.</param>
    /// <param name="cancellationToken">Passed to the handlers.</param>
    /// <exception cref="Exception">A handler threw: the event is not done.</exception>
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
    /// Runs the handlers from the caller's scope, which may hold an open transaction. Call <see cref="Publish"/> after it has been
    /// committed.
    /// </summary>
    /// <param name="services">The scope's services.</param>
    /// <param name="delivery">The delivery, which a verifier must have accepted.</param>
    /// <param name="context">The context for the handlers.</param>
    /// <param name="cancellationToken">Passed to the handlers.</param>
    /// <exception cref="Exception">A handler threw: the event is not done.</exception>
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

    /// <summary>Notifies the waits of this process of a handled payment. Other kinds of events have no waits.</summary>
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
            // The work is done: an observer's exception must not make the provider send it again.
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
