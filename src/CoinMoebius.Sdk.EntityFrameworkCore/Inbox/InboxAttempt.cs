using CoinMoebius.Sdk.EntityFrameworkCore.Ledger;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>
/// One attempt at one event: the handlers' changes, "processed" and the ledger are committed together, or nothing is.
/// </summary>
internal sealed class InboxAttempt<TContext>(
    InboxDatabase<TContext> database,
    WebhookDispatcher dispatcher,
    IServiceScopeFactory scopes,
    InboxSettings options,
    PreparedStatements prepared,
    TimeProvider timeProvider,
    ILogger<InboxAttempt<TContext>> logger) : IDisposable
    where TContext : DbContext
{
    private const string Handled = "handled";
    private const string LeaseLost = "lease_lost";

    private readonly SemaphoreSlim _alone = new(1, 1);

    /// <summary>Tries. What goes wrong is stored and logged, not thrown.</summary>
    public async Task RunAsync(LeasedEvent leased, CancellationToken cancellationToken)
    {
        var activity = InboxTelemetry.StartAttempt(leased, Now());
        string outcome;
        try
        {
            outcome = await TryAsync(leased, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            outcome = "released";
            await ReleaseAsync(leased).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            InboxLog.AttemptFailed(logger, leased.Provider, leased.EventId, exception);
            outcome = await StoreAsync(leased, Judge(leased, exception)).ConfigureAwait(false);
        }

        switch (outcome)
        {
            case Handled:
                dispatcher.Publish(new WebhookDelivery(leased.Event!, leased.Account));
                break;
            case LeaseLost:
                InboxLog.LeaseLost(logger, leased.Provider, leased.EventId);
                break;
        }

        InboxTelemetry.EndAttempt(activity, leased.Provider, outcome);
    }

    /// <summary>Gives an event back, for another attempt that counts as this one.</summary>
    public Task ReleaseAsync(LeasedEvent leased) => UseAsync(leased, (store, token) => store.ReleaseAsync(leased, Now(), token));

    public void Dispose() => _alone.Dispose();

    private async Task<string> TryAsync(LeasedEvent leased, CancellationToken cancellationToken)
    {
        var webhookEvent = leased.Event ?? throw new InvalidDataException("The stored event cannot be read.");
        if (leased.HadFinalAttempt)
        {
            throw new InvalidOperationException("The process ended during each attempt, so that none could be counted as failed.");
        }

        if (leased.Attempt <= options.Current.MaxAttempts)
        {
            return await TryOnceAsync(leased, webhookEvent, cancellationToken).ConfigureAwait(false);
        }

        // It was taken whenever a process died, and has perhaps never begun: another event may be the one that kills.
        await _alone.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await database.UseAsync((store, token) => store.BeginFinalAsync(leased, Now(), token), cancellationToken).ConfigureAwait(false)
                ? await TryOnceAsync(leased, webhookEvent, cancellationToken).ConfigureAwait(false)
                : LeaseLost;
        }
        finally
        {
            _alone.Release();
        }
    }

    private async Task<string> TryOnceAsync(LeasedEvent leased, WebhookEvent webhookEvent, CancellationToken cancellationToken)
    {
        var delivery = new WebhookDelivery(webhookEvent, leased.Account);
        var scope = scopes.CreateAsyncScope();
        await using var ending = scope.ConfigureAwait(false);
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        return await database.UseAsync(
            context, (store, token) => HandleAsync(store, context, scope.ServiceProvider, leased, delivery, token), cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<string> HandleAsync(
        InboxStore store, TContext context, IServiceProvider services, LeasedEvent leased, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        // What an earlier try of the execution strategy left behind.
        context.ChangeTracker.Clear();
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var rollback = transaction.ConfigureAwait(false);
        var held = await store.HoldAsync(leased, CheckAt(), Now(), cancellationToken).ConfigureAwait(false);
        if (!held.IsHeld)
        {
            return await store.IsHandledAsync(leased, cancellationToken).ConfigureAwait(false) ? Handled : LeaseLost;
        }

        if (held.ClaimsAnother)
        {
            InboxLog.ClaimsAnother(logger, leased.Provider, leased.EventId);
        }

        Failure? failure = null;
        var isLogged = true;
        try
        {
            await RunHandlersAsync(services, leased, delivery, held, cancellationToken).ConfigureAwait(false);
            isLogged = false;
            HandlerTransaction.ThrowIfEnded(context, transaction);
            await SaveAsync(context, cancellationToken).ConfigureAwait(false);
            await store.FinishAsync(leased, held, Attempts(leased), Now(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
            && !(prepared.StopFor(store.Dialect, exception) && store.Prepares))
        {
            var explained = isLogged ? HandlerTransaction.Explain(exception) : exception;
            isLogged &= ReferenceEquals(explained, exception);
            failure = Judge(leased, explained);
        }

        if (failure is { } known)
        {
            // In the same transaction: between two of them another node could take the event before its pause.
            try
            {
                await store.RollBackAsync(cancellationToken).ConfigureAwait(false);
                await StoreAsync(store, leased, known, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The connection is gone, and the handler's own error says more.
                throw known.Exception;
            }
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        if (failure is { } stored)
        {
            if (!isLogged)
            {
                // What a handler threw, the dispatcher has logged.
                InboxLog.AttemptFailed(logger, leased.Provider, leased.EventId, stored.Exception);
            }

            Tell(leased, stored);
        }

        return failure?.Outcome ?? Handled;
    }

    private Task RunHandlersAsync(
        IServiceProvider services, LeasedEvent leased, WebhookDelivery delivery, HeldEvent held, CancellationToken cancellationToken) =>
        dispatcher.RunHandlersAsync(
            services,
            delivery,
            new WebhookContext
            {
                Account = leased.Account,
                DeliveryId = delivery.Event.DeliveryId,
                RawBody = delivery.Event.RawBody,
                IsFirstOfStatus = held.IsFirstOfStatus,
                Payment = held.Row is { } row ? PaymentLedger<TContext>.Read(row) : null,
                OrderReference = held.OrderReference ?? (delivery.Event as PaymentEvent)?.Reference,
                Attempt = Attempts(leased),
            },
            cancellationToken);

    private static async Task SaveAsync(TContext context, CancellationToken cancellationToken)
    {
        if (context.ChangeTracker.HasChanges())
        {
            // A savepoint of its own would cost two calls; when this fails, everything is undone.
            context.Database.AutoSavepointsEnabled = false;
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private Failure Judge(LeasedEvent leased, Exception exception)
    {
        var settings = options.Current;
        var isLast = leased.Attempt >= settings.MaxAttempts || leased.HadFinalAttempt || leased.Event is null;
        return isLast ? new(exception, null) : new(exception, RetryDelays.After(leased.Attempt, settings, Random.Shared.NextDouble()));
    }

    private Task<bool> StoreAsync(InboxStore store, LeasedEvent leased, Failure failure, CancellationToken cancellationToken)
    {
        var state = failure.Delay is null ? WebhookInboxState.Parked : WebhookInboxState.Pending;
        var due = Now() + (long)(failure.Delay ?? TimeSpan.Zero).TotalMilliseconds;
        return store.FailAsync(leased, state, Attempts(leased), due, failure.Exception, cancellationToken);
    }

    /// <summary>Stores the failure of an attempt whose transaction is gone, unless the database has committed it all the same.</summary>
    private async Task<string> StoreAsync(LeasedEvent leased, Failure failure)
    {
        var outcome = failure.Outcome;
        await UseAsync(leased, async (store, token) => outcome =
            await StoreAsync(store, leased, failure, token).ConfigureAwait(false) ? failure.Outcome
            : await store.IsHandledAsync(leased, token).ConfigureAwait(false) ? Handled
            : LeaseLost).ConfigureAwait(false);
        if (outcome == failure.Outcome)
        {
            Tell(leased, failure);
        }

        return outcome;
    }

    private void Tell(LeasedEvent leased, Failure failure)
    {
        if (failure.Delay is { } delay)
        {
            InboxLog.Retrying(logger, leased.Provider, leased.EventId, delay, leased.Attempt);
        }
        else
        {
            InboxLog.Parked(logger, leased.Provider, leased.EventId, Attempts(leased));
        }
    }

    /// <summary>Stores what became of an attempt. If that fails too, the event is tried again when its lease ends.</summary>
    private async Task UseAsync(LeasedEvent leased, Func<InboxStore, CancellationToken, Task> store)
    {
        using var limit = new CancellationTokenSource(options.Current.LeaseDuration, timeProvider);
        try
        {
            await database.UseAsync(
                async (inbox, token) =>
                {
                    await store(inbox, token).ConfigureAwait(false);
                    return true;
                },
                limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            InboxLog.OutcomeNotStored(logger, leased.Provider, leased.EventId, exception);
        }
    }

    private long? CheckAt() => options.Current.ReconcileAfter is { } wait ? Now() + (long)wait.TotalMilliseconds : null;

    private int Attempts(LeasedEvent leased) => Math.Min(leased.Attempt, options.Current.MaxAttempts);

    private long Now() => timeProvider.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>An attempt that failed.</summary>
    /// <param name="Exception">Why.</param>
    /// <param name="Delay">The pause before the next; null after the last.</param>
    private readonly record struct Failure(Exception Exception, TimeSpan? Delay)
    {
        public string Outcome => Delay is null ? "parked" : "failed";
    }
}
