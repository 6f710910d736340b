using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>Stores a delivery before it is answered; the dispatcher handles it.</summary>
internal sealed class InboxPipeline<TContext>(
    InboxDatabase<TContext> database,
    InboxSignal signal,
    NodeNotes<TContext> notes,
    IOptionsMonitor<EntityFrameworkInboxOptions> options,
    TimeProvider timeProvider,
    ILogger<InboxPipeline<TContext>> logger) : IWebhookPipeline
    where TContext : DbContext
{
    private readonly ResiliencePipeline _circuit = Circuit(timeProvider, logger);

    public async ValueTask<WebhookDisposition> ProcessAsync(WebhookDelivery delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        WebhookDisposition disposition;
        try
        {
            disposition = await _circuit.ExecuteAsync(
                static async (state, token) => await state.Pipeline.StoreAsync(state.Delivery, token).ConfigureAwait(false),
                (Pipeline: this, Delivery: delivery),
                cancellationToken).ConfigureAwait(false);
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

        switch (disposition)
        {
            case WebhookDisposition.Accepted:
                signal.Set();
                notes.Send();
                break;
            case WebhookDisposition.Duplicate:
                WebhookLog.Duplicate(logger, delivery.Event.Provider, delivery.Event.EventId);
                break;
            case WebhookDisposition.Replayed:
                WebhookLog.Replayed(logger, delivery.Event.Provider, delivery.Event.DeliveryId);
                break;
        }

        return disposition;
    }

    private async Task<WebhookDisposition> StoreAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.CurrentValue.AcceptTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await database.UseAsync(
                (store, token) => store.AddAsync(delivery, timeProvider.GetUtcNow().ToUnixTimeMilliseconds(), token), either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The database did not answer in time.", exception);
        }
    }

    // While the database is down nobody waits for it, and it is asked again every two seconds only.
    private static ResiliencePipeline Circuit(TimeProvider timeProvider, ILogger logger) => new ResiliencePipelineBuilder { TimeProvider = timeProvider }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.9,
            MinimumThroughput = 4,
            SamplingDuration = TimeSpan.FromSeconds(10),
            BreakDuration = TimeSpan.FromSeconds(2),
            ShouldHandle = static arguments => new(arguments.Outcome.Exception is not null and not OperationCanceledException),
            OnOpened = _ =>
            {
                InboxLog.CircuitOpened(logger);
                return default;
            },
            OnClosed = _ =>
            {
                InboxLog.CircuitClosed(logger);
                return default;
            },
        })
        .Build();
}
