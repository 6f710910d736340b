using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.EntityFrameworkCore.Ledger;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Reconcile;

/// <summary>The payments of the ledger that are due for a lookup. Nodes share them.</summary>
internal sealed class ReconcileStore<TContext>(IServiceScopeFactory scopes, InboxDatabase<TContext> database, TimeProvider timeProvider)
    where TContext : DbContext
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    private ReconcileSql? _sql;

    /// <summary>How long until a payment is due: zero or less when one is due, null when there is none.</summary>
    public async Task<TimeSpan?> UntilDueAsync(CancellationToken cancellationToken)
    {
        var due = await database.UseAsync(
            (session, token) => InboxCommand.ScalarAsync(session.Command(SqlFor(session.Context).NextDue), token), cancellationToken).ConfigureAwait(false);
        return due is long at ? TimeSpan.FromMilliseconds(at - Now()) : null;
    }

    /// <summary>Takes the payment that has been due longest for this node; null when none is due.</summary>
    /// <param name="firstPause">The pause before the first lookup.</param>
    /// <param name="askFor">For how long a payment is looked up.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The payment, with the time of its next lookup; without a time, this lookup is the last.</returns>
    public Task<LedgerRow?> TakeAsync(TimeSpan firstPause, TimeSpan askFor, CancellationToken cancellationToken)
    {
        var longest = firstPause > LongestPause ? firstPause : LongestPause;
        object[] parameters =
        [
            Now(),
            (int)Math.Log2(longest / firstPause),
            (long)firstPause.TotalMilliseconds,
            (long)longest.TotalMilliseconds,
            (long)Random.Shared.Next(500, 1001),
            (long)askFor.TotalMilliseconds,
        ];
        return database.UseAsync(
            async (session, token) =>
            {
                var taken = await session.Context.RowsOf<LedgerRow>(SqlFor(session.Context).Take, parameters).ToListAsync(token).ConfigureAwait(false);
                return taken is [var row] ? row : null;
            },
            cancellationToken);
    }

    /// <summary>Joins a checkout that no event has reported with the payment whose webhooks claim it, where that is certain.</summary>
    public async Task<bool> JoinAsync(LedgerRow expected, CancellationToken cancellationToken) =>
        expected.LastEventId.Length == 0
        && ExpectedRow.Of(expected) is { } row
        && await database.UseAsync((session, token) => session.Links.JoinReportedAsync(expected.Provider, expected.Account, row, token), cancellationToken)
            .ConfigureAwait(false);

    /// <summary>
    /// The payments that webhooks have reported and that claim a checkout without having another: a lookup of the checkout may be about each.
    /// </summary>
    public Task<List<LedgerRow>> ClaimsOfAsync(LedgerRow expected, CancellationToken cancellationToken)
    {
        var (transaction, order) = (expected.TransactionId, expected.OrderReference);
        return scopes.UseAsync((TContext context) => context.AllRowsOf<LedgerRow>()
            .Where(row => row.Provider == expected.Provider && row.Account == expected.Account && row.PaymentId != expected.PaymentId
                && row.ExpectedAmount == null && row.LastEventId != ""
                && ((transaction != null && (row.ClaimedId == transaction || row.Reference == transaction)) || (order != null && row.Reference == order)))
            .ToListAsync(cancellationToken));
    }

    /// <summary>Ends the lookups of a payment.</summary>
    public Task StopAsync(LedgerRow taken, CancellationToken cancellationToken) => database.UseAsync(
        (session, token) => Untouched(session.Context, taken).ExecuteUpdateAsync(row => row.SetProperty(it => it.CheckAt, (long?)null), token), cancellationToken);

    /// <summary>Returns a payment that was not looked up.</summary>
    public Task PostponeAsync(LedgerRow taken, DateTimeOffset until, CancellationToken cancellationToken) => database.UseAsync(
        (session, token) => Untouched(session.Context, taken).ExecuteUpdateAsync(
            row => row.SetProperty(it => it.CheckAt, until.ToUnixTimeMilliseconds()).SetProperty(it => it.Checks, it => it.Checks - 1), token),
        cancellationToken);

    // A row that an event has changed in the meantime keeps what the event set.
    private static IQueryable<LedgerRow> Untouched(DbContext context, LedgerRow taken) => context.AllRowsOf<LedgerRow>().Where(
        row => row.PaymentId == taken.PaymentId && row.Provider == taken.Provider && row.Account == taken.Account
            && row.Checks == taken.Checks && row.LastEventId == taken.LastEventId);

    private ReconcileSql SqlFor(DbContext context) => _sql ??= ReconcileSql.For(context);

    private long Now() => timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
}
