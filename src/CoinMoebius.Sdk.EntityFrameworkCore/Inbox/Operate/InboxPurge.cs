using System.Linq.Expressions;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Accept;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Operate;

/// <summary>Deletes old events, and with handled ones the old deliveries.</summary>
internal sealed class InboxPurge<TContext>(IServiceScopeFactory scopes, InboxDatabase<TContext> database)
    where TContext : DbContext
{
    // Larger batches would hold locks for long.
    private const int Batch = 1000;

    /// <summary>Deletes the events of a state that are older than a time, in Unix milliseconds; returns how many.</summary>
    public async Task<int> RunAsync(WebhookInboxState state, long before, CancellationToken cancellationToken)
    {
        var deleted = await PurgeEventsAsync(state, before, cancellationToken).ConfigureAwait(false);
        if (state == WebhookInboxState.Processed)
        {
            await PurgeDeliveriesAsync(before, cancellationToken).ConfigureAwait(false);
        }

        return deleted;
    }

    /// <summary>Goes through the table from its oldest rows, and stops at the first batch that is too young.</summary>
    private async Task<int> PurgeEventsAsync(WebhookInboxState state, long before, CancellationToken cancellationToken)
    {
        var (deleted, after) = (0, 0L);
        while (true)
        {
            var last = await scopes.UseAsync((TContext context) => context.AllRowsOf<InboxRow>().Where(row => row.Id > after).OrderBy(row => row.Id).Take(Batch)
                .Select(row => new { row.Id, row.ReceivedAt }).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken)).ConfigureAwait(false);
            if (last is null)
            {
                return deleted;
            }

            Expression<Func<InboxRow, bool>> isGone = row =>
                row.Id > after && row.Id <= last.Id && row.State == state && (row.ProcessedAt ?? row.ReceivedAt) < before;
            if (state == WebhookInboxState.Processed)
            {
                await KeepHashesAsync(isGone, cancellationToken).ConfigureAwait(false);
            }

            deleted += await database.UseAsync(
                (session, token) => session.Context.AllRowsOf<InboxRow>().Where(isGone).ExecuteDeleteAsync(token), cancellationToken).ConfigureAwait(false);
            if (last.ReceivedAt >= before)
            {
                return deleted;
            }

            after = last.Id;
        }
    }

    /// <summary>
    /// Keeps the digests by which the inbox recognises a handled event that is delivered again. Called before the rows are deleted, so that there
    /// is no gap.
    /// </summary>
    private async Task KeepHashesAsync(Expression<Func<InboxRow, bool>> isGone, CancellationToken cancellationToken)
    {
        var keys = await scopes.UseAsync((TContext context) => context.AllRowsOf<InboxRow>().Where(isGone)
            .Select(row => new { row.Provider, row.Account, row.EventId }).ToListAsync(cancellationToken)).ConfigureAwait(false);
        if (keys.Count > 0)
        {
            var hashes = keys.ConvertAll(key => IncomingEvent.HashOf(key.Provider, key.Account, key.EventId));
            await database.UseAsync((session, token) => KeepHashesAsync(session, hashes, token), cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task<int> KeepHashesAsync(InboxSession session, List<byte[]> hashes, CancellationToken cancellationToken)
    {
        var rows = InboxStatements.Rows(hashes.Count, "(@hash#)");
        var command = session.Command($"INSERT INTO {session.Tables.Tombstones} (event_hash) VALUES {rows} ON CONFLICT DO NOTHING");
        for (var i = 0; i < hashes.Count; i++)
        {
            InboxCommand.Add(command, i, ("hash", hashes[i]));
        }

        return InboxCommand.ExecuteAsync(command, cancellationToken);
    }

    private async Task PurgeDeliveriesAsync(long before, CancellationToken cancellationToken)
    {
        while (true)
        {
            var last = await scopes.UseAsync((TContext context) => context.AllRowsOf<DeliveryRow>().Where(row => row.ReceivedAt < before).OrderBy(row => row.ReceivedAt)
                .Take(Batch).MaxAsync(row => (long?)row.ReceivedAt, cancellationToken)).ConfigureAwait(false);
            if (last is null)
            {
                return;
            }

            await database.UseAsync(
                (session, token) => session.Context.AllRowsOf<DeliveryRow>().Where(row => row.ReceivedAt <= last).ExecuteDeleteAsync(token),
                cancellationToken).ConfigureAwait(false);
        }
    }
}
