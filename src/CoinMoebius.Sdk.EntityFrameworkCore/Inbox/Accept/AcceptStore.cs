using System.Collections.Concurrent;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Accept;

/// <summary>The first phase: stores deliveries before the endpoint responds.</summary>
internal sealed class AcceptStore(InboxSession session, AcceptSql sql)
{
    private static readonly Comparer<(string, string, string)> OrdinalKeys = Comparer<(string, string, string)>.Create(static (a, b) =>
        string.CompareOrdinal(a.Item1, b.Item1) is var first and not 0 ? first
        : string.CompareOrdinal(a.Item2, b.Item2) is var second and not 0 ? second
        : string.CompareOrdinal(a.Item3, b.Item3));

    /// <summary>Stores all events or none, and returns for each whether it is new.</summary>
    public async Task<AcceptResult[]> AddAsync(IncomingEvent[] events, long now, CancellationToken cancellationToken)
    {
        // All nodes use the same order, so that two of them cannot deadlock.
        var named = events.Where(incoming => incoming.DeliveryId is not null).DistinctBy(incoming => incoming.DeliveryKey)
            .OrderBy(incoming => incoming.DeliveryKey, OrdinalKeys).ToList();
        if (named.Count == 0)
        {
            return Results(events, [], await AddEventsAsync(events, now, cancellationToken).ConfigureAwait(false));
        }

        var transaction = await session.Context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var rollback = transaction.ConfigureAwait(false);
        var known = await AddDeliveriesAsync(named, now, cancellationToken).ConfigureAwait(false);
        var added = await AddEventsAsync(events.Where(incoming => !IsReplay(incoming, known)), now, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return Results(events, known, added);
    }

    /// <summary>Stores the ids of deliveries and returns the events that they belong to.</summary>
    private async Task<Dictionary<(string, string, string), string>> AddDeliveriesAsync(
        List<IncomingEvent> events, long now, CancellationToken cancellationToken)
    {
        var command = session.Command(sql.AddDeliveries(events.Count), ("now", now));
        await using var ending = command.ConfigureAwait(false);
        for (var i = 0; i < events.Count; i++)
        {
            var incoming = events[i];
            InboxCommand.Add(
                command, i, ("provider", incoming.Provider), ("account", incoming.Account), ("delivery", incoming.DeliveryId), ("event_id", incoming.EventId));
        }

        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        var known = new Dictionary<(string, string, string), string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            known[(reader.GetString(0), reader.GetString(1), reader.GetString(2))] = reader.GetString(3);
        }

        return known;
    }

    /// <summary>Stores events and returns the new ones, with their numbers.</summary>
    private async Task<Dictionary<(string, string, string), long>> AddEventsAsync(
        IEnumerable<IncomingEvent> incoming, long now, CancellationToken cancellationToken)
    {
        var events = incoming.DistinctBy(one => one.EventKey).OrderBy(one => one.EventKey, OrdinalKeys).ToList();
        var added = new Dictionary<(string, string, string), long>();
        if (events.Count == 0)
        {
            return added;
        }

        var command = session.Command(sql.AddEvents(events.Count), ("now", now));
        await using var ending = command.ConfigureAwait(false);
        for (var i = 0; i < events.Count; i++)
        {
            var one = events[i];
            InboxCommand.Add(
                command,
                i,
                ("provider", one.Provider),
                ("account", one.Account),
                ("event_id", one.EventId),
                ("subject", one.Subject),
                ("event_type", one.EventType),
                ("delivery", one.DeliveryId),
                ("event", one.Event),
                ("raw_body", one.RawBody),
                ("trace", one.TraceParent),
                ("hash", one.EventHash));
        }

        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            added.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)), reader.GetInt64(3));
        }

        return added;
    }

    private static bool IsReplay(IncomingEvent incoming, Dictionary<(string, string, string), string> known) =>
        incoming.DeliveryId is not null && known[incoming.DeliveryKey] != incoming.EventId;

    private static AcceptResult[] Results(
        IncomingEvent[] events, Dictionary<(string, string, string), string> known, Dictionary<(string, string, string), long> added) =>
        Array.ConvertAll(events, incoming =>
            IsReplay(incoming, known) ? new(WebhookDisposition.Replayed, 0)
            : added.Remove(incoming.EventKey, out var id) ? new(WebhookDisposition.Accepted, id)
            : new AcceptResult(WebhookDisposition.Duplicate, 0));
}

/// <summary>The outcome of storing a delivery.</summary>
/// <param name="Disposition">Whether it is new.</param>
/// <param name="Id">The number of its event in the inbox; 0 unless it is new.</param>
internal readonly record struct AcceptResult(WebhookDisposition Disposition, long Id);

/// <summary>The statements of <see cref="AcceptStore"/>.</summary>
internal sealed class AcceptSql(InboxTables tables)
{
    private const string Key = "provider, account, event_id";

    private readonly ConcurrentDictionary<int, string> _addDeliveries = new();
    private readonly ConcurrentDictionary<int, string> _addEvents = new();

    /// <summary>
    /// Stores this many delivery ids and returns the events that they belong to. An id belongs to the first event that was delivered with it.
    /// </summary>
    public string AddDeliveries(int count) => _addDeliveries.GetOrAdd(count, static (count, tables) => $"""
        INSERT INTO {tables.Deliveries} (provider, account, delivery_id, event_id, received_at)
        VALUES {InboxStatements.Rows(count, "(@provider#, @account#, @delivery#, @event_id#, @now)")} ON CONFLICT DO NOTHING;
        SELECT provider, account, delivery_id, event_id FROM {tables.Deliveries}
        WHERE (provider, account, delivery_id) IN (VALUES {InboxStatements.Rows(count, "(@provider#, @account#, @delivery#)")})
        """, tables);

    /// <summary>Stores this many events and returns the keys of the new ones.</summary>
    public string AddEvents(int count) => _addEvents.GetOrAdd(count, static (count, tables) => $"""
        WITH come ({Key}, subject, event_type, delivery_id, event, raw_body, trace_parent, event_hash) AS (
            VALUES {InboxStatements.Rows(count, "(@provider#, @account#, @event_id#, @subject#, @event_type#, @delivery#, @event#, @raw_body#, @trace#, @hash#)")})
        INSERT INTO {tables.Inbox} ({Key}, subject, event_type, delivery_id, event, raw_body, trace_parent, received_at, state, due_at, attempts)
        SELECT {Key}, subject, event_type, delivery_id, event, raw_body, trace_parent, @now, 0, @now, 0 FROM come
        WHERE NOT EXISTS (SELECT 1 FROM {tables.Tombstones} AS gone WHERE gone.event_hash = come.event_hash)
        ON CONFLICT ({Key}) DO NOTHING RETURNING {Key}, id
        """, tables);
}
