using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;
using CoinMoebius.Sdk.EntityFrameworkCore.Ledger;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;

/// <summary>
/// One attempt at one event: one transaction commits the handlers' changes, the ledger and that the event is handled, or nothing.
/// </summary>
internal sealed class InboxAttempt<TContext>(
    InboxDatabase<TContext> database,
    WebhookDispatcher dispatcher,
    InboxSettings options,
    PreparedStatements prepared,
    TimeProvider timeProvider,
    ILogger<InboxAttempt<TContext>> logger) : IDisposable
    where TContext : DbContext
{
    private const string Handled = "handled";
    private const string LeaseLost = "lease_lost";

    private readonly SemaphoreSlim _alone = new(1, 1);

    /// <summary>Makes the attempt. It stores and logs failures instead of throwing them.</summary>
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
            outcome = await StoreAsync(leased, FailureOf(leased, exception)).ConfigureAwait(false);
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

    /// <summary>Releases an event without counting this attempt.</summary>
    public Task ReleaseAsync(LeasedEvent leased) =>
        UseAsync(leased, (session, token) => session.Lease.ReleaseAsync(leased, Now(), token));

    public void Dispose() => _alone.Dispose();

    private async Task<string> TryAsync(LeasedEvent leased, CancellationToken cancellationToken)
    {
        var webhookEvent = leased.Event ?? throw new InvalidDataException("The stored event cannot be read.");
        if (leased.HadFinalAttempt)
        {
            throw new InvalidOperationException("The process ended during every attempt, including the final one.");
        }

        return leased.Attempt <= options.Current.MaxAttempts
            ? await HandleAsync(leased, webhookEvent, cancellationToken).ConfigureAwait(false)
            : await HandleAloneAsync(leased, webhookEvent, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Makes the final attempt, one event at a time. Processes died while they had this event, but another event may have caused that.
    /// </summary>
    private async Task<string> HandleAloneAsync(LeasedEvent leased, WebhookEvent webhookEvent, CancellationToken cancellationToken)
    {
        await _alone.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await database.UseAsync((session, token) => session.Lease.BeginFinalAttemptAsync(leased, Now(), token), cancellationToken).ConfigureAwait(false)
                ? await HandleAsync(leased, webhookEvent, cancellationToken).ConfigureAwait(false)
                : LeaseLost;
        }
        finally
        {
            _alone.Release();
        }
    }

    private Task<string> HandleAsync(LeasedEvent leased, WebhookEvent webhookEvent, CancellationToken cancellationToken)
    {
        var delivery = new WebhookDelivery(webhookEvent, leased.Account);
        return database.UseAsync((session, token) => HandleAsync(session, leased, delivery, token), cancellationToken);
    }

    /// <summary>The transaction of an attempt, from the hold to the commit.</summary>
    private async Task<string> HandleAsync(InboxSession session, LeasedEvent leased, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        // An earlier try of the execution strategy may have left changes behind.
        session.Context.ChangeTracker.Clear();
        var transaction = await session.Context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var rollback = transaction.ConfigureAwait(false);
        var held = await session.Hold.HoldAsync(leased, CheckAt(), Now(), cancellationToken).ConfigureAwait(false);
        if (!held.IsHeld)
        {
            return await session.Finish.IsHandledAsync(leased, cancellationToken).ConfigureAwait(false) ? Handled : LeaseLost;
        }

        if (held.ClaimsAnother)
        {
            InboxLog.ClaimsAnother(logger, leased.Provider, leased.EventId);
        }

        if (await RunHandlersAsync(session, transaction, leased, delivery, held, cancellationToken).ConfigureAwait(false) is not { } failure)
        {
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return Handled;
        }

        try
        {
            // The same transaction stores the failure: between two transactions another node could take the event without its pause.
            await session.Finish.RollBackAsync(cancellationToken).ConfigureAwait(false);
            await StoreAsync(session, leased, failure, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The connection is lost, and the handler's own error says more.
            throw failure.Exception;
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        Log(leased, failure);
        return failure.Outcome;
    }

    /// <summary>Runs the handlers, saves their changes and marks the event as handled. Returns the failure, or null.</summary>
    private async Task<Failure?> RunHandlersAsync(
        InboxSession session, IDbContextTransaction transaction, LeasedEvent leased, WebhookDelivery delivery, HeldEvent held, CancellationToken cancellationToken)
    {
        var isOfHandlers = true;
        try
        {
            await dispatcher.RunHandlersAsync(session.Services, delivery, ContextOf(leased, delivery, held), cancellationToken).ConfigureAwait(false);
            isOfHandlers = false;
            HandlerTransaction.ThrowIfEnded(session.Context, transaction);
            await SaveAsync(session.Context, cancellationToken).ConfigureAwait(false);
            await session.Finish.FinishAsync(leased, held, Attempts(leased), Now(), cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
            && !(prepared.StopFor(session.Dialect, exception) && session.Prepares))
        {
            // The dispatcher has already logged the exceptions of handlers.
            var explained = isOfHandlers ? HandlerTransaction.Explain(exception) : exception;
            return FailureOf(leased, explained) with { IsLogged = isOfHandlers && ReferenceEquals(explained, exception) };
        }
    }

    private WebhookContext ContextOf(LeasedEvent leased, WebhookDelivery delivery, HeldEvent held) => new()
    {
        Account = leased.Account,
        DeliveryId = delivery.Event.DeliveryId,
        RawBody = delivery.Event.RawBody,
        IsFirstOfStatus = held.IsFirstOfStatus,
        Payment = held.Row is { } row ? PaymentLedger<TContext>.Read(row) : null,
        OrderReference = held.OrderReference ?? (delivery.Event as PaymentEvent)?.Reference,
        Attempt = Attempts(leased),
    };

    private static async Task SaveAsync(DbContext context, CancellationToken cancellationToken)
    {
        if (context.ChangeTracker.HasChanges())
        {
            // A savepoint here would cost two calls, and a failure undoes everything anyway.
            context.Database.AutoSavepointsEnabled = false;
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private Failure FailureOf(LeasedEvent leased, Exception exception)
    {
        var settings = options.Current;
        var isLast = leased.Attempt >= settings.MaxAttempts || leased.HadFinalAttempt || leased.Event is null;
        return new(exception, isLast ? null : RetryDelays.After(leased.Attempt, settings, Random.Shared.NextDouble()), IsLogged: true);
    }

    private Task<bool> StoreAsync(InboxSession session, LeasedEvent leased, Failure failure, CancellationToken cancellationToken)
    {
        var state = failure.Delay is null ? WebhookInboxState.Parked : WebhookInboxState.Pending;
        var due = Now() + (long)(failure.Delay ?? TimeSpan.Zero).TotalMilliseconds;
        return session.Finish.FailAsync(leased, state, Attempts(leased), due, failure.Exception, cancellationToken);
    }

    /// <summary>Stores the failure of an attempt whose transaction ended, unless the database has committed it after all.</summary>
    private async Task<string> StoreAsync(LeasedEvent leased, Failure failure)
    {
        var outcome = failure.Outcome;
        await UseAsync(leased, async (session, token) => outcome =
            await StoreAsync(session, leased, failure, token).ConfigureAwait(false) ? failure.Outcome
            : await session.Finish.IsHandledAsync(leased, token).ConfigureAwait(false) ? Handled
            : LeaseLost).ConfigureAwait(false);
        if (outcome == failure.Outcome)
        {
            Log(leased, failure);
        }

        return outcome;
    }

    /// <summary>Stores the outcome of an attempt. If that fails too, the event is tried again when its lease ends.</summary>
    private async Task UseAsync(LeasedEvent leased, Func<InboxSession, CancellationToken, Task> store)
    {
        using var limit = new CancellationTokenSource(options.Current.LeaseDuration, timeProvider);
        try
        {
            await database.UseAsync(store, limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            InboxLog.OutcomeNotStored(logger, leased.Provider, leased.EventId, exception);
        }
    }

    private void Log(LeasedEvent leased, Failure failure)
    {
        if (!failure.IsLogged)
        {
            InboxLog.AttemptFailed(logger, leased.Provider, leased.EventId, failure.Exception);
        }

        if (failure.Delay is { } delay)
        {
            InboxLog.Retrying(logger, leased.Provider, leased.EventId, delay, leased.Attempt);
        }
        else
        {
            InboxLog.Parked(logger, leased.Provider, leased.EventId, Attempts(leased));
        }
    }

    private long? CheckAt() => options.Current.ReconcileAfter is { } wait ? Now() + (long)wait.TotalMilliseconds : null;

    private int Attempts(LeasedEvent leased) => Math.Min(leased.Attempt, options.Current.MaxAttempts);

    private long Now() => timeProvider.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>An attempt that failed.</summary>
    /// <param name="Exception">The cause.</param>
    /// <param name="Delay">The pause before the next; null after the last.</param>
    /// <param name="IsLogged">Whether the exception is already logged.</param>
    private readonly record struct Failure(Exception Exception, TimeSpan? Delay, bool IsLogged)
    {
        public string Outcome => Delay is null ? "parked" : "failed";
    }
}
