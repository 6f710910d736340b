using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CoinMoebius.Sdk.Client.Transactions;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.EntityFrameworkCore.Ledger;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Reconcile;

/// <summary>
/// Queries providers about payments that stay pending too long or whose webhook never arrived, and passes their current status to the
/// pipeline, like a webhook.
/// </summary>
internal sealed class PaymentReconciler<TContext>(
    ReconcileStore<TContext> store,
    IWebhookPipeline pipeline,
    IEnumerable<IPaymentLookup> lookups,
    InboxSettings options,
    TimeProvider timeProvider,
    ILogger<PaymentReconciler<TContext>> logger) : BackgroundService
    where TContext : DbContext
{
    private const string Changed = "changed";
    private const string Unchanged = "unchanged";
    private const string Failed = "failed";

    // A slow API must not delay the others.
    private const int MaxParallelism = 4;

    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookupLimit = TimeSpan.FromMinutes(1);

    // For an API that does not state how long to wait, and for one that requests days.
    private static readonly TimeSpan UsualPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly IPaymentLookup[] _lookups = [.. lookups];
    private readonly PollBudget _budget = new(timeProvider);
    private readonly ConcurrentDictionary<IPaymentLookup, DateTimeOffset> _pausedUntil = new();

    /// <summary>Queries the payments that are due, within the limit per minute.</summary>
    /// <returns>How long to wait before the next call.</returns>
    internal async Task<TimeSpan> LookUpDueAsync(CancellationToken cancellationToken)
    {
        var next = new NextLookup();
        try
        {
            await Parallel.ForEachAsync(
                TakeAsync(next, cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = MaxParallelism, CancellationToken = cancellationToken },
                async (dueLookup, _) => await LookUpAsync(dueLookup, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return next.In;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (!await HostShutdown.IsNearAsync(exception, timeProvider, cancellationToken).ConfigureAwait(false))
            {
                ReconcileLog.ReadFailed(logger, UsualInterval, exception);
            }

            return UsualInterval;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_lookups.Length == 0)
        {
            return;
        }

        // The host continues to start.
        await Task.Yield();
        while (true)
        {
            var wait = await LookUpDueAsync(stoppingToken).ConfigureAwait(false);
            await Task.Delay(wait, timeProvider, stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes one payment after the other, until none is due or the limit is reached.</summary>
    private async IAsyncEnumerable<DueLookup> TakeAsync(NextLookup next, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (options.Current is { ReconcileAfter: { } firstPause } settings)
        {
            next.In = _budget.UntilFree(settings.ReconcilesPerMinute);
            if (next.In > TimeSpan.Zero)
            {
                yield break;
            }

            var due = await store.UntilDueAsync(cancellationToken).ConfigureAwait(false);
            if (due is not { Ticks: <= 0 })
            {
                next.In = due is { } soon && soon < UsualInterval ? soon : UsualInterval;
                yield break;
            }

            if (await store.TakeAsync(firstPause, settings.ReconcileFor, cancellationToken).ConfigureAwait(false) is not { } taken)
            {
                // Another node took it first.
                next.In = ShortPause;
                yield break;
            }

            if (await PrepareAsync(taken, cancellationToken).ConfigureAwait(false) is { } dueLookup)
            {
                _budget.Count(settings.ReconcilesPerMinute);
                yield return dueLookup;
            }
        }
    }

    /// <summary>Finds the lookup for a payment; null when none is needed, or none is possible at the moment.</summary>
    private async Task<DueLookup?> PrepareAsync(LedgerRow taken, CancellationToken cancellationToken)
    {
        if (await store.JoinAsync(taken, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var payment = PaymentLedger<TContext>.Read(taken);
        IPaymentLookup? lookup;
        try
        {
            lookup = Array.Find(_lookups, one => one.Serves(payment));
        }
        catch (Exception exception)
        {
            ReconcileLog.Failed(logger, payment.Provider, payment.PaymentId, exception);
            ReconcileTelemetry.Count(payment.Provider, Failed);
            return null;
        }

        if (lookup is null)
        {
            // Another node may have a client for it, or this one after its next deployment.
            ReconcileLog.NobodyServes(logger, payment.Provider, payment.PaymentId);
            return null;
        }

        if (_pausedUntil.TryGetValue(lookup, out var until) && until > timeProvider.GetUtcNow())
        {
            await store.PostponeAsync(taken, until, cancellationToken).ConfigureAwait(false);
            return null;
        }

        return new(taken, payment, lookup);
    }

    private async Task LookUpAsync(DueLookup dueLookup, CancellationToken cancellationToken)
    {
        var payment = dueLookup.Payment;
        var outcome = Failed;
        try
        {
            using var limit = new CancellationTokenSource(LookupLimit, timeProvider);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            var answer = await dueLookup.Lookup.FindAsync(payment, either.Token).ConfigureAwait(false);
            outcome = answer is null ? Unchanged : await HandOverAsync(dueLookup, answer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            ReconcileLog.Failed(logger, payment.Provider, payment.PaymentId, exception);
            if (exception is CoinMoebiusRateLimitException refusal)
            {
                Pause(dueLookup, refusal.RetryAfter ?? UsualPause);
            }
        }

        ReconcileTelemetry.Count(payment.Provider, outcome);
        if (dueLookup.IsLast && outcome != Changed)
        {
            ReconcileLog.GaveUp(logger, payment.Provider, payment.PaymentId, payment.Status, timeProvider.GetUtcNow() - payment.CreatedAt);
        }
    }

    private async Task<string> HandOverAsync(DueLookup dueLookup, PaymentEvent answer, CancellationToken cancellationToken)
    {
        if (await IsReportedAsync(dueLookup.Row, answer, cancellationToken).ConfigureAwait(false))
        {
            return Unchanged;
        }

        var disposition = await pipeline.ProcessAsync(new(answer, dueLookup.Payment.Account), cancellationToken).ConfigureAwait(false);
        if (disposition is not (WebhookDisposition.Accepted or WebhookDisposition.Duplicate))
        {
            return Failed;
        }

        if (answer.Status.IsFinal && answer.PaymentId != dueLookup.Row.PaymentId)
        {
            // The row has the id of a checkout. The payment has its own id, and takes the row over when it is handled.
            await store.StopAsync(dueLookup.Row, cancellationToken).ConfigureAwait(false);
        }

        if (disposition == WebhookDisposition.Duplicate)
        {
            return Unchanged;
        }

        ReconcileLog.Changed(logger, answer.Provider, answer.PaymentId, answer.Status);
        return Changed;
    }

    /// <summary>
    /// Whether the result may be about a payment that webhooks have already reported. That cannot be known for certain, and an order that is
    /// announced twice could be shipped twice. A payment of less than the expected amount did not pay the checkout.
    /// </summary>
    private async Task<bool> IsReportedAsync(LedgerRow expected, PaymentEvent answer, CancellationToken cancellationToken)
    {
        // Only rows that the application expects can be claimed.
        if (expected.ExpectedAmount is null || expected.PaymentId != answer.PaymentId)
        {
            return false;
        }

        var claims = await store.ClaimsOfAsync(expected, cancellationToken).ConfigureAwait(false);
        var rivals = claims.Where(claim => claim.Rank >= answer.Status.Rank && claim.Status != PaymentStatus.Failed.Value);
        if (!LinkSql.IsMoney(answer.Status))
        {
            return rivals.Any();
        }

        if (!rivals.Any(rival => (rival.PricedAmount ?? rival.AmountPaid ?? rival.Amount) is not { } amount
            || (rival.PricedCurrency ?? rival.Currency) != expected.ExpectedCurrency || amount >= expected.ExpectedAmount))
        {
            return false;
        }

        await store.StopAsync(expected, cancellationToken).ConfigureAwait(false);
        ReconcileLog.NeedsDecision(logger, answer.Provider, expected.PaymentId, answer.Status);
        return true;
    }

    private void Pause(DueLookup dueLookup, TimeSpan pause)
    {
        var limited = pause < LongestPause ? pause : LongestPause;
        _pausedUntil[dueLookup.Lookup] = timeProvider.GetUtcNow() + limited;
        ReconcileLog.Paused(logger, dueLookup.Payment.Provider, limited);
    }

    /// <summary>A payment that was taken, and its lookup.</summary>
    /// <param name="Row">The payment as it was taken.</param>
    /// <param name="Payment">The same for the lookup.</param>
    /// <param name="Lookup">The client that serves it.</param>
    private sealed record DueLookup(LedgerRow Row, PaymentRecord Payment, IPaymentLookup Lookup)
    {
        /// <summary>True when no further query follows.</summary>
        public bool IsLast => Row.CheckAt is null;
    }

    private sealed class NextLookup
    {
        public TimeSpan In { get; set; } = UsualInterval;
    }
}
