using System.Collections.Concurrent;
using System.Data.Common;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;

/// <summary>The second phase: leases events to one process, which may then handle them.</summary>
internal sealed class LeaseStore(InboxSession session, LeaseSql sql)
{
    /// <summary>Takes events that are due, oldest first.</summary>
    /// <param name="from">The first number to look at. An index keeps dead entries for a while, so that scanning all of it takes time.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <param name="duration">How long the lease lasts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<List<LeasedEvent>> TakeAsync(long from, int count, long now, TimeSpan duration, CancellationToken cancellationToken)
    {
        var lease = Guid.NewGuid();
        var command = session.Command(
            sql.Take, ("from", from), ("lease", lease), ("now", now), ("until", now + (long)duration.TotalMilliseconds), ("count", count));
        await using var ending = command.ConfigureAwait(false);
        await session.PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        while (reader.FieldCount != LeaseSql.TakenColumns && await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
        {
            // Skips the results of the settings that precede the events.
        }

        var leased = new List<LeasedEvent>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            leased.Add(Read(reader, lease));
        }

        leased.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        return leased;
    }

    /// <summary>Renews a lease, except for events that are being handled.</summary>
    public Task<int> RenewAsync(Guid lease, long[] ids, long now, TimeSpan duration, CancellationToken cancellationToken)
    {
        var command = session.Command(sql.Renew(ids.Length), ("lease", lease), ("until", now + (long)duration.TotalMilliseconds));
        for (var i = 0; i < ids.Length; i++)
        {
            InboxCommand.Add(command, i, ("id", ids[i]));
        }

        return InboxCommand.ExecuteAsync(command, cancellationToken);
    }

    /// <summary>Records that the final attempt begins; false when the lease is lost.</summary>
    public async Task<bool> BeginFinalAttemptAsync(LeasedEvent leased, long now, CancellationToken cancellationToken) =>
        await InboxCommand.ExecuteAsync(session.Command(sql.BeginFinalAttempt, leased, ("now", now)), cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Releases an event without counting this attempt.</summary>
    public Task ReleaseAsync(LeasedEvent leased, long now, CancellationToken cancellationToken) =>
        InboxCommand.ExecuteAsync(session.Command(sql.Release, leased, ("now", now)), cancellationToken);

    private static LeasedEvent Read(DbDataReader row, Guid lease)
    {
        var body = row.GetFieldValue<byte[]>(5);
        var deliveryId = row.IsDBNull(3) ? null : row.GetString(3);
        return new(
            row.GetInt64(0),
            lease,
            new PaymentProvider(row.GetString(1)),
            row.GetString(2),
            StoredEvent.Read(row.GetFieldValue<byte[]>(4), body, deliveryId),
            row.IsDBNull(6) ? null : row.GetString(6),
            row.GetInt64(7),
            row.GetInt32(8),
            HadFinalAttempt: !row.IsDBNull(9));
    }
}

/// <summary>The statements of <see cref="LeaseStore"/>.</summary>
internal sealed class LeaseSql(InboxTables tables)
{
    /// <summary>How many columns <see cref="Take"/> returns per event.</summary>
    public const int TakenColumns = 10;

    private readonly ConcurrentDictionary<int, string> _renew = new();

    /// <summary>
    /// Leases events. An earlier event of the same payment that waits or is being handled holds back the later ones. Its condition is written so
    /// that only the index by subject fits, because the planner would read the others from end to end.
    /// </summary>
    public string Take { get; } = $"""
        {tables.Dialect.BeforeLease}
        WITH due AS MATERIALIZED (
            SELECT i.id FROM {tables.Inbox} AS i
            WHERE i.state = 0 AND i.id >= @from AND i.due_at <= @now
            AND (i.subject IS NULL OR NOT EXISTS (
                SELECT 1 FROM {tables.Inbox} AS e
                WHERE e.state < 1 AND e.subject = i.subject AND e.id - i.id < 0
                AND {tables.Dialect.Unindexed("e.provider")} IS NOT DISTINCT FROM i.provider
                AND {tables.Dialect.Unindexed("e.account")} IS NOT DISTINCT FROM i.account))
            ORDER BY i.id LIMIT @count {tables.Dialect.ForUpdateSkipLocked})
        UPDATE {tables.Inbox} SET lease = @lease, due_at = @until, attempts = attempts + 1
        WHERE id {tables.Dialect.IsIn("SELECT id FROM due")}
        RETURNING id, provider, account, delivery_id, event, raw_body, trace_parent, received_at, attempts, final_attempt_at
        """;

    /// <summary>Renews the lease of this many events.</summary>
    public string Renew(int count) => _renew.GetOrAdd(count, static (count, tables) => $"""
        UPDATE {tables.Inbox} SET due_at = @until
        WHERE id IN (
            SELECT id FROM {tables.Inbox} WHERE id IN ({InboxStatements.Rows(count, "@id#")}) AND lease = @lease AND state = 0
            {tables.Dialect.ForUpdateSkipLocked})
        """, tables);

    public string BeginFinalAttempt { get; } = $"UPDATE {tables.Inbox} SET final_attempt_at = @now WHERE id = @id AND lease = @lease AND state = 0";

    public string Release { get; } = $"""
        UPDATE {tables.Inbox} SET due_at = @now, lease = NULL, attempts = attempts - 1, final_attempt_at = NULL
        WHERE id = @id AND lease = @lease AND state = 0
        """;
}
