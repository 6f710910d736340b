using System.Data.Common;
using CoinMoebius.Sdk.EntityFrameworkCore.Dialects;
using CoinMoebius.Sdk.EntityFrameworkCore.Ledger;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>The inbox in the database of one context, whose connection is open.</summary>
internal sealed class InboxStore(DbContext context, InboxSql sql, SqlDialect dialect, bool prepare)
{
    private static readonly Comparer<(string, string, string)> OrdinalKeys = Comparer<(string, string, string)>.Create(static (a, b) =>
        string.CompareOrdinal(a.Item1, b.Item1) is var first and not 0 ? first
        : string.CompareOrdinal(a.Item2, b.Item2) is var second and not 0 ? second
        : string.CompareOrdinal(a.Item3, b.Item3));

    public SqlDialect Dialect => dialect;

    /// <summary>Whether statements are kept prepared.</summary>
    public bool Prepares => prepare;

    /// <summary>Stores deliveries, all or none, and says of each whether it is known.</summary>
    public async Task<StoredDelivery[]> AddAsync(AcceptedDelivery[] deliveries, long now, CancellationToken cancellationToken)
    {
        // In one order by all nodes, lest two of them wait for each other.
        var named = deliveries.Where(delivery => delivery.DeliveryId is not null).DistinctBy(delivery => delivery.DeliveryKey)
            .OrderBy(delivery => delivery.DeliveryKey, OrdinalKeys).ToList();
        if (named.Count == 0)
        {
            return Judge(deliveries, [], await AddEventsAsync(deliveries, now, cancellationToken).ConfigureAwait(false));
        }

        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var rollback = transaction.ConfigureAwait(false);
        var known = await AddDeliveriesAsync(named, now, cancellationToken).ConfigureAwait(false);
        var added = await AddEventsAsync(deliveries.Where(delivery => !IsReplay(delivery, known)), now, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return Judge(deliveries, known, added);
    }

    /// <summary>Takes events that are due, oldest first.</summary>
    /// <param name="from">The number from which on to look. An index keeps what is gone for a while, so that looking through it all takes time.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <param name="duration">How long they are this process's.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<List<LeasedEvent>> LeaseAsync(long from, int count, long now, TimeSpan duration, CancellationToken cancellationToken)
    {
        var lease = Guid.NewGuid();
        var command = InboxCommand.Create(
            context, sql.Lease, ("from", from), ("lease", lease), ("now", now), ("until", now + (long)duration.TotalMilliseconds), ("count", count));
        await using var ending = command.ConfigureAwait(false);
        await PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        while (reader.FieldCount != LeasedColumns && await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
        {
            // What precedes the events sets how they are taken.
        }

        var leased = new List<LeasedEvent>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            leased.Add(Read(reader, lease));
        }

        leased.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        return leased;
    }

    /// <summary>Prolongs a lease, except of what is being handled.</summary>
    public async Task<int> RenewAsync(Guid lease, long[] ids, long now, TimeSpan duration, CancellationToken cancellationToken)
    {
        var command = InboxCommand.Create(context, sql.Renew(ids.Length), ("lease", lease), ("until", now + (long)duration.TotalMilliseconds));
        for (var i = 0; i < ids.Length; i++)
        {
            InboxCommand.Add(command, i, ("id", ids[i]));
        }

        return await InboxCommand.ExecuteAsync(command, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Inside the transaction of an attempt: keeps the event until it ends, and says whether it is the first that tells its fact.</summary>
    /// <param name="leased">The event.</param>
    /// <param name="checkAt">When to ask about its payment, should it stay open.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<HeldEvent> HoldAsync(LeasedEvent leased, long? checkAt, long now, CancellationToken cancellationToken) => leased.Event is PaymentEvent payment
        ? HoldPaymentAsync(leased, payment, checkAt, now, cancellationToken)
        : HoldOtherAsync(leased, cancellationToken);

    /// <summary>Inside the transaction: marks the event as handled and brings the ledger up to date.</summary>
    public async Task FinishAsync(LeasedEvent leased, HeldEvent held, int attempts, long now, CancellationToken cancellationToken)
    {
        var command = held is { Row: { } row, IsAnswered: false }
            ? Command(sql.FinishPayment, leased, [.. LedgerEntry.Parameters(row), ("attempts", attempts), ("now", now)])
            : Command(sql.Finish, leased, ("attempts", attempts), ("now", now));
        await using var ending = command.ConfigureAwait(false);
        await PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Inside the transaction: undoes what the handlers did; the event stays held.</summary>
    public Task RollBackAsync(CancellationToken cancellationToken) =>
        InboxCommand.ExecuteAsync(InboxCommand.Create(context, InboxSql.RollBack), cancellationToken);

    /// <summary>After an attempt that failed: to be tried again at <paramref name="due"/>, or parked.</summary>
    /// <returns>False when the event is no longer this lease's.</returns>
    public async Task<bool> FailAsync(
        LeasedEvent leased, WebhookInboxState state, int attempts, long due, Exception exception, CancellationToken cancellationToken) =>
        await InboxCommand.ExecuteAsync(
            Command(
                sql.Fail,
                leased,
                ("state", (short)state),
                ("attempts", attempts),
                ("due", due),
                ("error_type", StoredText.Shown(exception.GetType().FullName ?? exception.GetType().Name)),
                ("error_text", ErrorText.Of(exception))),
            cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Whether the event was handled under this very lease: the answer to a commit may have been lost.</summary>
    public async Task<bool> IsHandledAsync(LeasedEvent leased, CancellationToken cancellationToken) =>
        await InboxCommand.ScalarAsync(Command(sql.IsHandled, leased), cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Notes that the final attempt begins; false when the lease is lost.</summary>
    public async Task<bool> BeginFinalAsync(LeasedEvent leased, long now, CancellationToken cancellationToken) =>
        await InboxCommand.ExecuteAsync(Command(sql.BeginFinal, leased, ("now", now)), cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Gives an event back that was not begun.</summary>
    public Task ReleaseAsync(LeasedEvent leased, long now, CancellationToken cancellationToken) =>
        InboxCommand.ExecuteAsync(Command(sql.Release, leased, ("now", now)), cancellationToken);

    /// <summary>Keeps the digests of events whose rows are about to be deleted.</summary>
    public async Task<int> BuryAsync(List<byte[]> hashes, CancellationToken cancellationToken)
    {
        var command = InboxCommand.Create(context, sql.Bury(hashes.Count));
        for (var i = 0; i < hashes.Count; i++)
        {
            InboxCommand.Add(command, i, ("hash", hashes[i]));
        }

        return await InboxCommand.ExecuteAsync(command, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What joins payments with what was expected.</summary>
    public PaymentLinks Links { get; } = new(context, sql.Links);

    private async Task<HeldEvent> HoldOtherAsync(LeasedEvent leased, CancellationToken cancellationToken)
    {
        var fact = leased.Event is { } told ? EventFact.Of(told) : null;
        var command = fact is { } known
            ? Command(
                sql.HoldFact,
                leased,
                ("provider", StoredText.Name(leased.Provider.Value)),
                ("account", StoredText.Name(leased.Account)),
                ("payment", StoredText.Id(known.SubjectId)),
                ("fact", StoredText.Id(known.Name)),
                ("event_id", StoredText.Id(leased.EventId)))
            : Command(sql.Hold, leased);
        await using var ending = command.ConfigureAwait(false);
        await PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return default;
        }

        return new(IsHeld: true, fact is null
            || (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false)
                && await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                && reader.GetString(1) == StoredText.Id(leased.EventId)));
    }

    private async Task<HeldEvent> HoldPaymentAsync(
        LeasedEvent leased, PaymentEvent payment, long? checkAt, long now, CancellationToken cancellationToken)
    {
        var holding = new PaymentHolding(payment, leased.Account);
        if (!await ReadAsync(holding, leased, cancellationToken).ConfigureAwait(false))
        {
            return default;
        }

        return await holding.JoinAsync(
            Links,
            async names => await InboxCommand.ScalarAsync(Command(sql.Links.IsAnnouncedBy, leased, names), cancellationToken).ConfigureAwait(false) is not null,
            checkAt,
            now,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> ReadAsync(PaymentHolding holding, LeasedEvent leased, CancellationToken cancellationToken)
    {
        var command = Command(sql.HoldPayment(holding.Kind), leased, holding.Names);
        await using var ending = command.ConfigureAwait(false);
        await PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        return await holding.ReadAsync(reader, cancellationToken).ConfigureAwait(false);
    }

    // What each event needs: planning costs more than running it.
    private Task PrepareAsync(DbCommand command, CancellationToken cancellationToken) =>
        prepare ? command.PrepareAsync(cancellationToken) : Task.CompletedTask;

    private DbCommand Command(string text, LeasedEvent leased, params ReadOnlySpan<(string, object?)> parameters) =>
        InboxCommand.Create(context, text, [("id", leased.Id), ("lease", leased.Lease), .. parameters]);

    /// <summary>Stores events; returns those that are new, with their numbers.</summary>
    private async Task<Dictionary<(string, string, string), long>> AddEventsAsync(
        IEnumerable<AcceptedDelivery> deliveries, long now, CancellationToken cancellationToken)
    {
        var events = deliveries.DistinctBy(delivery => delivery.EventKey).OrderBy(delivery => delivery.EventKey, OrdinalKeys).ToList();
        var added = new Dictionary<(string, string, string), long>();
        if (events.Count == 0)
        {
            return added;
        }

        var command = InboxCommand.Create(context, sql.AddEvents(events.Count), ("now", now));
        await using var ending = command.ConfigureAwait(false);
        for (var i = 0; i < events.Count; i++)
        {
            var delivery = events[i];
            InboxCommand.Add(
                command,
                i,
                ("provider", delivery.Provider),
                ("account", delivery.Account),
                ("event_id", delivery.EventId),
                ("subject", delivery.Subject),
                ("event_type", delivery.EventType),
                ("delivery", delivery.DeliveryId),
                ("event", delivery.Event),
                ("raw_body", delivery.RawBody),
                ("trace", delivery.TraceParent),
                ("hash", delivery.EventHash));
        }

        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            added.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)), reader.GetInt64(3));
        }

        return added;
    }

    /// <summary>Stores the ids of deliveries; returns the events that they belong to.</summary>
    private async Task<Dictionary<(string, string, string), string>> AddDeliveriesAsync(
        List<AcceptedDelivery> deliveries, long now, CancellationToken cancellationToken)
    {
        var command = InboxCommand.Create(context, sql.AddDeliveries(deliveries.Count), ("now", now));
        await using var ending = command.ConfigureAwait(false);
        for (var i = 0; i < deliveries.Count; i++)
        {
            var delivery = deliveries[i];
            InboxCommand.Add(
                command, i, ("provider", delivery.Provider), ("account", delivery.Account), ("delivery", delivery.DeliveryId), ("event_id", delivery.EventId));
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

    private static bool IsReplay(AcceptedDelivery delivery, Dictionary<(string, string, string), string> known) =>
        delivery.DeliveryId is not null && known[delivery.DeliveryKey] != delivery.EventId;

    private static StoredDelivery[] Judge(
        AcceptedDelivery[] deliveries, Dictionary<(string, string, string), string> known, Dictionary<(string, string, string), long> added) =>
        Array.ConvertAll(deliveries, delivery =>
            IsReplay(delivery, known) ? new(WebhookDisposition.Replayed, 0)
            : added.Remove(delivery.EventKey, out var id) ? new(WebhookDisposition.Accepted, id)
            : new StoredDelivery(WebhookDisposition.Duplicate, 0));

    private const int LeasedColumns = 10;

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
