using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>The statements by which the event of a payment finds the rows that it is about, and claims the announcement of its fact.</summary>
internal sealed class EventLinkSql
{
    public EventLinkSql(InboxTables tables)
    {
        var (payments, locked) = (tables.Payments, tables.Dialect.ForUpdate);

        // Two payments may claim one row at the same time: the second waits, and finds it taken.
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

        // An event about a checkout whose payment is known is about that payment; of several, about the one that has the money.
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

        // A lookup of a transaction whose payment has arrived meanwhile.
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

    /// <summary>Finds the open row that a payment claims, and locks it. The caller compares the amount.</summary>
    public string FindExpected { get; }

    /// <summary>
    /// Reads and locks the rows that an event may be about: of the payment, of its checkout, and of the payment that has the checkout or
    /// transaction.
    /// </summary>
    public string FindRows { get; }

    /// <summary>
    /// Claims the announcement of a fact; returns the id of the payment that the event is about, and the event that announces the fact.
    /// </summary>
    public string Announce { get; }

    /// <summary>Claims the announcement of a fact that the reconciler looked up.</summary>
    public string AnnounceAnswer { get; }

    /// <summary>Whether an event is the one that announces a status.</summary>
    public string IsAnnouncedBy { get; }
}
