using System.Collections.Concurrent;
using System.Globalization;
using CoinMoebius.Sdk.EntityFrameworkCore.Dialects;
using CoinMoebius.Sdk.EntityFrameworkCore.Ledger;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>
/// The statements of the hot paths, written for the tables of one model in the dialect of its database.
/// </summary>
internal sealed class InboxSql
{
    private const string Key = "provider, account, event_id";
    private const string Savepoint = "coinmoebius_handlers";

    private readonly Func<int, string> _addEvents;
    private readonly Func<int, string> _addDeliveries;
    private readonly Func<int, string> _renew;
    private readonly Func<PaymentHold, string> _holdPayment;
    private readonly string _tombstones;

    private InboxSql(string inbox, string deliveries, string payments, string announcements, string tombstones, SqlDialect dialect)
    {
        _tombstones = tombstones;
        Links = new(payments, announcements, dialect);
        _addEvents = Remember<int>(count => $"""
            WITH come ({Key}, subject, event_type, delivery_id, event, raw_body, trace_parent, event_hash) AS (
                VALUES {Rows(count, "(@provider#, @account#, @event_id#, @subject#, @event_type#, @delivery#, @event#, @raw_body#, @trace#, @hash#)")})
            INSERT INTO {inbox} ({Key}, subject, event_type, delivery_id, event, raw_body, trace_parent, received_at, state, due_at, attempts)
            SELECT {Key}, subject, event_type, delivery_id, event, raw_body, trace_parent, @now, 0, @now, 0 FROM come
            WHERE NOT EXISTS (SELECT 1 FROM {tombstones} AS gone WHERE gone.event_hash = come.event_hash)
            ON CONFLICT ({Key}) DO NOTHING RETURNING {Key}, id
            """);

        // The first event that a delivery id comes with is the one that counts.
        _addDeliveries = Remember<int>(count => $"""
            INSERT INTO {deliveries} (provider, account, delivery_id, event_id, received_at)
            VALUES {Rows(count, "(@provider#, @account#, @delivery#, @event_id#, @now)")} ON CONFLICT DO NOTHING;
            SELECT provider, account, delivery_id, event_id FROM {deliveries}
            WHERE (provider, account, delivery_id) IN (VALUES {Rows(count, "(@provider#, @account#, @delivery#)")})
            """);

        // An earlier event of the same payment that still waits holds back the later ones, also while it is being handled. It is asked for
        // in words that fit the index by subject alone, as the others would be read from end to end.
        Lease = $"""
            {dialect.BeforeLease}
            WITH due AS MATERIALIZED (
                SELECT i.id FROM {inbox} AS i
                WHERE i.state = 0 AND i.id >= @from AND i.due_at <= @now
                AND (i.subject IS NULL OR NOT EXISTS (
                    SELECT 1 FROM {inbox} AS e
                    WHERE e.state < 1 AND e.subject = i.subject AND e.id - i.id < 0
                    AND e.provider IS NOT DISTINCT FROM i.provider AND e.account IS NOT DISTINCT FROM i.account))
                ORDER BY i.id LIMIT @count {dialect.ForUpdateSkipLocked})
            UPDATE {inbox} SET lease = @lease, due_at = @until, attempts = attempts + 1
            WHERE id {dialect.IsIn("SELECT id FROM due")}
            RETURNING id, provider, account, delivery_id, event, raw_body, trace_parent, received_at, attempts, final_attempt_at
            """;

        _renew = Remember<int>(count => $"""
            UPDATE {inbox} SET due_at = @until
            WHERE id IN (
                SELECT id FROM {inbox} WHERE id IN ({Rows(count, "@id#")}) AND lease = @lease AND state = 0
                {dialect.ForUpdateSkipLocked})
            """);

        // The handlers' own statements are planned as usual.
        var (keyed, usual) = (dialect.BeforeKeyLookups, dialect.AfterKeyLookups);

        // Whoever holds the row cannot lose it before the transaction ends, however long the handlers take. Two events of one payment that
        // nodes store at the same moment, or of which one was queued again, are leased side by side: the lock of a name has them handled
        // one after the other, and in a statement of its own the second sees what the first has done.
        var hold = HoldOf("subject");
        Hold = $"""
            {keyed}
            {hold}
            {usual}
            SAVEPOINT {Savepoint};
            """;
        HoldFact = $"""
            {keyed}
            {hold}
            SAVEPOINT {Savepoint};
            {Links.Announce}
            {usual}
            """;

        // In one order by all nodes, lest two of them wait for each other.
        var holdBoth = HoldOf("LEAST(subject, @checkout)", "GREATEST(subject, @checkout)");

        string HoldOf(params string[] names) =>
            $"SELECT {dialect.LockNames(names)} FROM {inbox} WHERE id = @id AND lease = @lease AND state = 0 {dialect.ForUpdate};";

        _holdPayment = Remember<PaymentHold>(kind => $"""
            {keyed}
            {(kind.HasFlag(PaymentHold.HasCheckout) ? holdBoth : hold)}
            SAVEPOINT {Savepoint};
            {(kind.HasFlag(PaymentHold.IsAnswer) ? Links.AwaitJoin : "")}
            {(kind.HasFlag(PaymentHold.MayJoin) ? Links.FindExpected : "")}
            {Links.FindRows}
            {(kind.HasFlag(PaymentHold.IsAnswer) ? Links.AnnounceAnswer : Links.Announce)}
            {usual}
            """);

        // What the application wrote stays.
        const string Told = "claimed_id, checkout_id, subscription_id, status, rank, amount, currency, amount_paid, amount_refunded, priced_amount,"
            + " priced_currency, reference, customer_ref, is_test, metadata, facts, last_event_id, occurred_at, updated_at, check_at, checks";
        var ledger = $"""
            INSERT INTO {payments} (provider, account, payment_id, created_at, {Told})
            VALUES (@provider, @account, @payment, @created, {Each(Told, "@")})
            ON CONFLICT (payment_id, provider, account) DO UPDATE SET ({Told}) = ({Each(Told, "excluded.")})
            """;

        // Released first: an update below the savepoint of a row locked above it makes PostgreSQL keep a list of both.
        var finish = $"""
            RELEASE SAVEPOINT {Savepoint};
            UPDATE {inbox} SET state = 1, processed_at = @now, attempts = @attempts, error_type = NULL, error_text = NULL
            WHERE id = @id AND lease = @lease AND state = 0;
            """;
        Finish = $"""
            {keyed}
            {finish}
            """;
        FinishPayment = $"""
            {keyed}
            {ledger};
            {finish}
            """;

        // Without its lease, which a renewal that is under way would prolong over the pause.
        Fail = $"""
            UPDATE {inbox} SET state = @state, due_at = @due, lease = NULL, attempts = @attempts, final_attempt_at = NULL,
                error_type = @error_type, error_text = @error_text
            WHERE id = @id AND lease = @lease AND state = 0
            """;
        IsHandled = $"SELECT 1 FROM {inbox} WHERE id = @id AND lease = @lease AND state = 1";
        BeginFinal = $"UPDATE {inbox} SET final_attempt_at = @now WHERE id = @id AND lease = @lease AND state = 0";
        Release = $"""
            UPDATE {inbox} SET due_at = @now, lease = NULL, attempts = attempts - 1, final_attempt_at = NULL
            WHERE id = @id AND lease = @lease AND state = 0
            """;
    }

    /// <summary>Stores so many events; returns the keys of those that are new.</summary>
    public string AddEvents(int count) => _addEvents(count);

    /// <summary>Stores so many delivery ids, and returns the events that they belong to.</summary>
    public string AddDeliveries(int count) => _addDeliveries(count);

    /// <summary>Keeps so many digests of events.</summary>
    public string Bury(int count) => $"INSERT INTO {_tombstones} (event_hash) VALUES {Rows(count, "(@hash#)")} ON CONFLICT DO NOTHING";

    /// <summary>Prolongs the lease of so many events.</summary>
    public string Renew(int count) => _renew(count);

    /// <summary>Undoes what the handlers did, and keeps the event.</summary>
    public const string RollBack = $"ROLLBACK TO SAVEPOINT {Savepoint}";

    public string Lease { get; }

    public string Hold { get; }

    /// <summary>The same, and says who announces what the event tells.</summary>
    public string HoldFact { get; }

    /// <summary>Holds the event of a payment, and says who announces its status.</summary>
    public string HoldPayment(PaymentHold kind) => _holdPayment(kind);

    public string Finish { get; }

    public string FinishPayment { get; }

    /// <summary>What joins payments with what was expected.</summary>
    public LinkSql Links { get; }

    public string Fail { get; }

    public string Release { get; }

    public string IsHandled { get; }

    public string BeginFinal { get; }

    private static Func<TKey, string> Remember<TKey>(Func<TKey, string> write)
        where TKey : notnull
    {
        var written = new ConcurrentDictionary<TKey, string>();
        return key => written.GetOrAdd(key, write);
    }

    private static string Each(string columns, string prefix) => string.Join(", ", columns.Split(", ").Select(column => prefix + column));

    private static string Rows(int count, string row) =>
        string.Join(", ", Enumerable.Range(0, count).Select(i => row.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    /// <summary>Writes the statements for the model of a context.</summary>
    /// <exception cref="InvalidOperationException">The model has no inbox.</exception>
    /// <exception cref="NotSupportedException">The database is none of those known.</exception>
    public static InboxSql For(DbContext context)
    {
        // First: another provider may lack what the names of tables need.
        var dialect = SqlDialect.Of(context);
        return new(
            TableOf<InboxRow>(context), TableOf<DeliveryRow>(context), TableOf<LedgerRow>(context), TableOf<AnnouncementRow>(context), TableOf<TombstoneRow>(context), dialect);
    }

    /// <summary>The name of a table as statements write it.</summary>
    /// <exception cref="InvalidOperationException">The model has no inbox.</exception>
    public static string TableOf<TRow>(DbContext context)
    {
        var type = context.Model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException(
            $"{context.GetType().Name} has no inbox. Call modelBuilder.AddCoinMoebius() in its OnModelCreating and add a migration.");
        return context.GetService<ISqlGenerationHelper>().DelimitIdentifier(type.GetTableName()!, type.GetSchema());
    }
}
