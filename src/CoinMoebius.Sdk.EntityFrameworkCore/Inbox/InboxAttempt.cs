using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>
/// One attempt at one event: the handlers' changes, "processed" and the ledger are committed together, or nothing is.
/// </summary>
internal sealed class InboxAttempt<TContext>(
    InboxDatabase<TContext> database,
    WebhookDispatcher dispatcher,
    IServiceScopeFactory scopes,
    IOptionsMonitor<EntityFrameworkInboxOptions> options,
    TimeProvider timeProvider,
    ILogger<InboxAttempt<TContext>> logger)
    where TContext : DbContext
{
    /// <summary>Tries. What goes wrong is stored and logged, not thrown.</summary>
    public async Task RunAsync(LeasedEvent leased, CancellationToken cancellationToken)
    {
        try
        {
            var webhookEvent = leased.Event ?? throw new InvalidDataException("The stored event cannot be read.");
            var delivery = new WebhookDelivery(webhookEvent, leased.Account);
            if (await HandleAsync(leased, delivery, cancellationToken).ConfigureAwait(false))
            {
                dispatcher.Publish(delivery);
            }
            else
            {
                InboxLog.LeaseLost(logger, webhookEvent.Provider, webhookEvent.EventId);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await StoreAsync(leased, (store, token) => ReleaseAsync(store, leased, token)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await FailAsync(leased, exception).ConfigureAwait(false);
        }
    }

    private async Task<bool> HandleAsync(LeasedEvent leased, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var ending = scope.ConfigureAwait(false);
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        return await database.UseAsync(context, HandleAsync, cancellationToken).ConfigureAwait(false);

        async Task<bool> HandleAsync(InboxStore store, CancellationToken token)
        {
            context.ChangeTracker.Clear();
            var transaction = await context.Database.BeginTransactionAsync(token).ConfigureAwait(false);
            await using var rollback = transaction.ConfigureAwait(false);
            if (!await store.HoldAsync(leased, token).ConfigureAwait(false))
            {
                return false;
            }

            var isFirst = delivery.Event is not PaymentEvent payment || await store.ClaimAsync(leased, payment, token).ConfigureAwait(false);
            await dispatcher.RunHandlersAsync(
                scope.ServiceProvider,
                delivery,
                new WebhookContext
                {
                    Account = leased.Account,
                    DeliveryId = delivery.Event.DeliveryId,
                    RawBody = delivery.Event.RawBody,
                    IsFirstOfStatus = isFirst,
                    Attempt = leased.Attempt,
                },
                token).ConfigureAwait(false);
            if (context.ChangeTracker.HasChanges())
            {
                await context.SaveChangesAsync(token).ConfigureAwait(false);
            }

            if (!await store.FinishAsync(leased, Now(), token).ConfigureAwait(false))
            {
                return false;
            }

            await transaction.CommitAsync(token).ConfigureAwait(false);
            return true;
        }
    }

    private async Task FailAsync(LeasedEvent leased, Exception exception)
    {
        var settings = options.CurrentValue;
        var isLast = leased.Attempt >= settings.MaxAttempts || leased.Event is null;
        var delay = isLast ? TimeSpan.Zero : RetryDelays.After(leased.Attempt, settings, Random.Shared.NextDouble());
        var (provider, eventId) = (leased.Event?.Provider ?? default, leased.Event?.EventId ?? "");
        if (isLast)
        {
            InboxLog.Parked(logger, provider, eventId, leased.Attempt);
        }
        else
        {
            InboxLog.Retrying(logger, provider, eventId, delay, leased.Attempt);
        }

        await StoreAsync(leased, async (store, token) =>
        {
            await store.FailAsync(
                leased,
                isLast ? WebhookInboxState.Parked : WebhookInboxState.Pending,
                Now() + (long)delay.TotalMilliseconds,
                exception,
                token).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
    }

    private async Task<bool> ReleaseAsync(InboxStore store, LeasedEvent leased, CancellationToken cancellationToken)
    {
        await store.ReleaseAsync(leased, Now(), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Stores what became of an attempt. Without it the event is tried again when its lease ends.</summary>
    private async Task StoreAsync(LeasedEvent leased, Func<InboxStore, CancellationToken, Task<bool>> store)
    {
        using var limit = new CancellationTokenSource(options.CurrentValue.LeaseDuration, timeProvider);
        try
        {
            await database.UseAsync(store, limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            InboxLog.OutcomeNotStored(logger, leased.Event?.Provider ?? default, leased.Event?.EventId ?? "", exception);
        }
    }

    private long Now() => timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
}
