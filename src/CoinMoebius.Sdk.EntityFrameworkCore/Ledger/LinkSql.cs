using System.Globalization;
using CoinMoebius.Sdk.EntityFrameworkCore.Dialects;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>
/// The statements that join a payment with the row that the application wrote for its checkout. What a payload says of a transaction or
/// an order is a claim of whoever wrote it: it finds such a row, and counts only when amount and currency are the same and no other
/// payment has the row.
/// </summary>
internal sealed class LinkSql
{
    // A row that the application wrote, and no payment has: nothing has told of it, or only an answer about its transaction.
    private const string Open = "{0}.expected_amount IS NOT NULL AND ({0}.last_event_id = ''"
        + " OR ({0}.payment_id = {0}.transaction_id AND {0}.last_event_id LIKE '" + ReconciledEvent.EventType + ":%'))";

    private const string Same = "{0}.provider = @provider AND {0}.account = @account";

    private static readonly string[] Money =
    [
        PaymentStatus.Values.Succeeded, PaymentStatus.Values.PartiallyRefunded, PaymentStatus.Values.Refunded, PaymentStatus.Values.Disputed,
    ];

    public LinkSql(string payments, string announcements, SqlDialect dialect)
    {
        var locked = dialect.ForUpdate;
        var byTransaction = $"SELECT t.payment_id FROM {payments} AS t WHERE t.transaction_id = {{0}} AND {Of(Same, "t")}";
        AwaitJoin = $"SELECT 1 FROM {payments} AS e WHERE e.payment_id = @payment AND {Of(Same, "e")} AND e.expected_amount IS NOT NULL {locked};";

        // Two payments may ask for one row at once: the second waits, and finds it taken.
        FindExpected = $"""
            SELECT e.payment_id, e.transaction_id, e.order_reference, e.expected_amount, e.expected_currency, e.created_at FROM {payments} AS e
            WHERE {Of(Same, "e")} AND e.payment_id <> @payment AND e.payment_id = COALESCE(
                ({Of(byTransaction, "@claimed")}),
                ({Of(byTransaction, "@reference")}),
                (SELECT CASE WHEN COUNT(*) = 1 THEN MIN(r.payment_id) END FROM {payments} AS r WHERE r.order_reference IN (@reference, @claimed_order)
                    AND {Of(Same, "r")} AND r.expected_amount = @amount AND r.expected_currency = @currency AND {Of(Open, "r")}))
            AND {Of(Open, "e")}
            AND NOT EXISTS (SELECT 1 FROM {payments} AS o WHERE o.payment_id = @payment AND {Of(Same, "o")} AND o.expected_amount IS NOT NULL)
            {locked};
            """;

        // An event about a checkout whose payment has come is about the payment; of several, about the one that has the money.
        var own = $"SELECT o.payment_id FROM {payments} AS o WHERE o.payment_id = @payment AND {Of(Same, "o")}";
        var byCheckout = $"""
            SELECT c.payment_id FROM {payments} AS c WHERE c.checkout_id = @payment AND {Of(Same, "c")}
            ORDER BY c.expected_amount IS NULL, c.rank DESC, c.payment_id LIMIT 1
            """;
        var meant = $"COALESCE(({own}), ({byCheckout}), @payment)";
        Announce = Announcement(meant);

        // An answer about a transaction whose payment has come meanwhile.
        AnnounceAnswer = Announcement($"COALESCE(({Of(byTransaction, "@payment")}), @payment)");
        FindRows = $"""
            SELECT {LedgerEntry.Columns} FROM {payments} AS p
            WHERE {Of(Same, "p")} AND p.payment_id IN (@payment, @checkout, ({byCheckout}), ({Of(byTransaction, "@payment")}),
                (SELECT k.checkout_id FROM {payments} AS k WHERE k.payment_id = @payment AND {Of(Same, "k")}))
            {locked};
            """;

        // What an answer about the row has announced, the payment does not announce again.
        Join = $"""
            INSERT INTO {announcements} (provider, account, payment_id, fact, event_id)
            SELECT x.provider, x.account, @payment, x.fact, x.event_id FROM {announcements} AS x WHERE x.payment_id = @expected AND {Of(Same, "x")}
            ON CONFLICT (payment_id, provider, account, fact) DO UPDATE SET event_id = excluded.event_id;
            DELETE FROM {announcements} WHERE payment_id = @expected AND provider = @provider AND account = @account;
            DELETE FROM {payments} WHERE payment_id = @expected AND provider = @provider AND account = @account;
            INSERT INTO {payments} AS p (provider, account, payment_id, transaction_id, order_reference, expected_amount, expected_currency,
                status, rank, metadata, last_event_id, created_at, updated_at, checks)
            VALUES (@provider, @account, @payment, @transaction, @order, @amount, @currency,
                '{PaymentStatus.Values.Pending}', 0, '{"{}"}', '', @created, @created, 0)
            ON CONFLICT (payment_id, provider, account) DO UPDATE SET transaction_id = COALESCE(p.transaction_id, excluded.transaction_id),
                order_reference = COALESCE(p.order_reference, excluded.order_reference),
                expected_amount = COALESCE(p.expected_amount, excluded.expected_amount),
                expected_currency = COALESCE(p.expected_currency, excluded.expected_currency);
            """;
        IsAnnouncedBy = $"""
            SELECT 1 FROM {announcements}
            WHERE payment_id = @payment AND provider = @provider AND account = @account AND fact = @fact AND event_id = @event_id
            """;

        Note = $"""
            UPDATE {payments} SET transaction_id = COALESCE(transaction_id, @transaction), order_reference = COALESCE(order_reference, @order),
                expected_amount = COALESCE(expected_amount, @amount), expected_currency = COALESCE(expected_currency, @currency)
            WHERE provider = @provider AND account = @account AND payment_id = COALESCE(({own}), (
                SELECT c.payment_id FROM {payments} AS c WHERE c.checkout_id = @payment AND {Of(Same, "c")} AND c.expected_amount IS NULL
                    AND (c.amount_paid IS NOT NULL OR c.status IN ('{string.Join("', '", Money)}')) ORDER BY c.payment_id LIMIT 1))
            """;
        IsKnown = Of(byTransaction, "@transaction");

        // A transaction names one checkout. Of two open checkouts of an order nobody knows which was paid.
        var told = $"""
            SELECT p.payment_id FROM {payments} AS p WHERE {Of(Same, "p")} AND p.expected_amount IS NULL AND p.status IN ('{string.Join("', '", Money)}')
            AND COALESCE(p.priced_amount, p.amount_paid) = @amount AND COALESCE(p.priced_currency, p.currency) = @currency
            """;
        FindTold = $"""
            {told} AND p.claimed_id = @transaction
            UNION {told} AND p.reference = @transaction
            UNION {told} AND p.reference = @order AND NOT EXISTS (
                SELECT 1 FROM {payments} AS r WHERE r.order_reference = @order AND {Of(Same, "r")} AND r.payment_id <> @payment
                AND r.expected_amount = @amount AND r.expected_currency = @currency AND {Of(Open, "r")})
            """;
        Expect = $"""
            INSERT INTO {payments} (provider, account, payment_id, transaction_id, status, rank, amount, currency, reference,
                order_reference, expected_amount, expected_currency, metadata, last_event_id, created_at, updated_at, check_at, checks)
            VALUES (@provider, @account, @payment, @transaction, '{PaymentStatus.Values.Pending}', 0, @amount, @currency, @order,
                @order, @amount, @currency, '{"{}"}', '', @now, @now, @check_at, 0)
            ON CONFLICT DO NOTHING
            """;

        string Announcement(string key) => $"""
            INSERT INTO {announcements} AS a (provider, account, payment_id, fact, event_id)
            VALUES (@provider, @account, {key}, @fact, @event_id)
            ON CONFLICT (payment_id, provider, account, fact) DO UPDATE SET event_id = a.event_id
            RETURNING payment_id, event_id;
            """;
    }

    /// <summary>Waits while a payment is being joined with the row that an answer is about. Reads nothing.</summary>
    public string AwaitJoin { get; }

    /// <summary>Finds the open row that a payment claims, and keeps it from others. The amount is the caller's to compare.</summary>
    public string FindExpected { get; }

    /// <summary>Reads the rows that an event may be about: of the payment, of its checkout, of what has the checkout or transaction; keeps them.</summary>
    public string FindRows { get; }

    /// <summary>Claims the announcement of a fact; returns what the event is about, and the event that announces it.</summary>
    public string Announce { get; }

    /// <summary>The same for an answer to the reconciler's question.</summary>
    public string AnnounceAnswer { get; }

    /// <summary>Gives what the application wrote, and nothing else, to the payment, and ends the row it was in.</summary>
    public string Join { get; }

    /// <summary>Whether an event is the one that announces a status.</summary>
    public string IsAnnouncedBy { get; }

    /// <summary>Adds what the application knows to a payment that is known by its own id, or was paid by the checkout with that id.</summary>
    public string Note { get; }

    /// <summary>Whether a transaction has its row.</summary>
    public string IsKnown { get; }

    /// <summary>Finds the payments that webhooks told of before the application did.</summary>
    public string FindTold { get; }

    /// <summary>Writes the row of a checkout.</summary>
    public string Expect { get; }

    /// <summary>True where the money came, wherever it is now: a payment that only may be paid is not taken for another's.</summary>
    public static bool IsMoney(PaymentStatus status) => Money.Contains(status.Value);

    private static string Of(string text, string name) => string.Format(CultureInfo.InvariantCulture, text, name);
}
