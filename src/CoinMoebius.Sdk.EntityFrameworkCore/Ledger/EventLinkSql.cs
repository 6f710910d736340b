using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>The statements by which the event of a payment finds the rows that it is about, and claims to announce what it tells.</summary>
internal sealed class EventLinkSql
{
    public EventLinkSql(InboxTables tables)
    {
        var (payments, locked) = (tables.Payments, tables.Dialect.ForUpdate);

        // Two payments may ask for one row at once: the second waits, and finds it taken.
        FindExpected = $"""
            SELECT e.payment_id, e.transaction_id, e.order_reference, e.expected_amount, e.expected_currency, e.created_at FROM {payments} AS e
            WHERE {LinkSql.Same("e")} AND e.payment_id <> @payment AND e.payment_id = COALESCE(
                ({LinkSql.ByTransaction(tables, "@claimed")}),
                ({LinkSql.ByTransaction(tables, "@reference")}),
                (SELECT CASE WHEN COUNT(*) = 1 THEN MIN(r.payment_id) END FROM {payments} AS r WHERE r.order_reference IN (@reference, @claimed_order)
                    AND {LinkSql.Same("r")} AND r.expected_amount = @amount AND r.expected_currency = @currency AND {LinkSql.Open("r")}))
            AND {LinkSql.Open("e")}
            AND NOT EXISTS ({LinkSql.ById(tables)} AND o.expected_amount IS NOT NULL)
            {locked};
            """;

        // An event about a checkout whose payment has come is about the payment; of several, about the one that has the money.
        var byCheckout = $"""
            SELECT c.payment_id FROM {payments} AS c WHERE c.checkout_id = @payment AND {LinkSql.Same("c")}
            ORDER BY c.expected_amount IS NULL, c.rank DESC, c.payment_id LIMIT 1
            """;
        FindRows = $"""
            SELECT {LedgerEntry.Columns} FROM {payments} AS p
            WHERE {LinkSql.Same("p")} AND p.payment_id IN (@payment, @checkout, ({byCheckout}), ({LinkSql.ByTransaction(tables, "@payment")}),
                (SELECT k.checkout_id FROM {payments} AS k WHERE k.payment_id = @payment AND {LinkSql.Same("k")}))
            {locked};
            """;
        Announce = Announcement($"COALESCE(({LinkSql.ById(tables)}), ({byCheckout}), @payment)");

        // An answer about a transaction whose payment has come meanwhile.
        AnnounceAnswer = Announcement($"COALESCE(({LinkSql.ByTransaction(tables, "@payment")}), @payment)");
        IsAnnouncedBy = $"""
            SELECT 1 FROM {tables.Announcements}
            WHERE payment_id = @payment AND provider = @provider AND account = @account AND fact = @fact AND event_id = @event_id
            """;

        string Announcement(string key) => $"""
            INSERT INTO {tables.Announcements} AS a (provider, account, payment_id, fact, event_id)
            VALUES (@provider, @account, {key}, @fact, @event_id)
            ON CONFLICT (payment_id, provider, account, fact) DO UPDATE SET event_id = a.event_id
            RETURNING payment_id, event_id;
            """;
    }

    /// <summary>Finds the open row that a payment claims, and keeps it from others. The amount is the caller's to compare.</summary>
    public string FindExpected { get; }

    /// <summary>Reads the rows that an event may be about: of the payment, of its checkout, of what has the checkout or transaction; keeps them.</summary>
    public string FindRows { get; }

    /// <summary>Claims the announcement of a fact; returns what the event is about, and the event that announces it.</summary>
    public string Announce { get; }

    /// <summary>The same for an answer to the reconciler's question.</summary>
    public string AnnounceAnswer { get; }

    /// <summary>Whether an event is the one that announces a status.</summary>
    public string IsAnnouncedBy { get; }
}
