using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>The statements that record the payments which the application expects.</summary>
internal sealed class ExpectSql
{
    public ExpectSql(InboxTables tables)
    {
        var payments = tables.Payments;
        Note = $"""
            UPDATE {payments} SET transaction_id = COALESCE(transaction_id, @transaction), order_reference = COALESCE(order_reference, @order),
                expected_amount = COALESCE(expected_amount, @amount), expected_currency = COALESCE(expected_currency, @currency)
            WHERE provider = @provider AND account = @account AND payment_id = COALESCE(({LinkSql.ById(tables)}), (
                SELECT c.payment_id FROM {payments} AS c WHERE c.checkout_id = @payment AND {LinkSql.Same("c")} AND c.expected_amount IS NULL
                    AND (c.amount_paid IS NOT NULL OR c.status IN ({LinkSql.MoneyList})) ORDER BY c.payment_id LIMIT 1))
            """;
        IsKnown = LinkSql.ByTransaction(tables, "@transaction");

        // A transaction names one checkout. Of two open checkouts of an order, it is unknown which was paid.
        var reported = $"""
            SELECT p.payment_id FROM {payments} AS p WHERE {LinkSql.Same("p")} AND p.expected_amount IS NULL AND p.status IN ({LinkSql.MoneyList})
            AND COALESCE(p.priced_amount, p.amount_paid) = @amount AND COALESCE(p.priced_currency, p.currency) = @currency
            """;
        FindReported = $"""
            {reported} AND p.claimed_id = @transaction
            UNION {reported} AND p.reference = @transaction
            UNION {reported} AND p.reference = @order AND NOT EXISTS (
                SELECT 1 FROM {payments} AS r WHERE r.order_reference = @order AND {LinkSql.Same("r")} AND r.payment_id <> @payment
                AND r.expected_amount = @amount AND r.expected_currency = @currency AND {LinkSql.Open("r")})
            """;
        Insert = $"""
            INSERT INTO {payments} (provider, account, payment_id, transaction_id, status, rank, amount, currency, reference,
                order_reference, expected_amount, expected_currency, metadata, last_event_id, created_at, updated_at, check_at, checks)
            VALUES (@provider, @account, @payment, @transaction, '{PaymentStatus.Values.Pending}', 0, @amount, @currency, @order,
                @order, @amount, @currency, '{"{}"}', '', @now, @now, @check_at, 0)
            ON CONFLICT DO NOTHING
            """;
    }

    /// <summary>Adds the application's data to a payment that is known by its own id, or was paid through the checkout with that id.</summary>
    public string Note { get; }

    /// <summary>Whether a transaction has a row.</summary>
    public string IsKnown { get; }

    /// <summary>Finds the payments that webhooks reported before the application did.</summary>
    public string FindReported { get; }

    /// <summary>Inserts the row of a checkout.</summary>
    public string Insert { get; }
}
