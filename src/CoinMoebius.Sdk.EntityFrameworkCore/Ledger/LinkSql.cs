using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>
/// The statements that join a payment with the row that the application wrote for its checkout. The transaction or order in a payload is
/// only a claim: it finds such a row, and counts only when amount and currency are the same and no other payment has the row.
/// </summary>
internal sealed class LinkSql(InboxTables tables)
{
    private static readonly string[] MoneyStatuses =
    [
        PaymentStatus.Values.Succeeded, PaymentStatus.Values.PartiallyRefunded, PaymentStatus.Values.Refunded, PaymentStatus.Values.Disputed,
    ];

    /// <summary>The statuses of a payment whose money arrived, as a list of texts.</summary>
    public static string MoneyList { get; } = $"'{string.Join("', '", MoneyStatuses)}'";

    /// <summary>Waits while a payment is being joined with the row that a lookup is about. The result is not used.</summary>
    public string AwaitJoin { get; } =
        $"SELECT 1 FROM {tables.Payments} AS e WHERE e.payment_id = @payment AND {Same("e")} AND e.expected_amount IS NOT NULL {tables.Dialect.ForUpdate};";

    /// <summary>
    /// Moves what the application wrote, and nothing else, to the payment, and deletes the row it was in. The payment does not announce again
    /// what a lookup of that row has announced.
    /// </summary>
    public string Join { get; } = $"""
        INSERT INTO {tables.Announcements} (provider, account, payment_id, fact, event_id)
        SELECT x.provider, x.account, @payment, x.fact, x.event_id FROM {tables.Announcements} AS x WHERE x.payment_id = @expected AND {Same("x")}
        ON CONFLICT (payment_id, provider, account, fact) DO UPDATE SET event_id = excluded.event_id;
        DELETE FROM {tables.Announcements} WHERE payment_id = @expected AND provider = @provider AND account = @account;
        DELETE FROM {tables.Payments} WHERE payment_id = @expected AND provider = @provider AND account = @account;
        INSERT INTO {tables.Payments} AS p (provider, account, payment_id, transaction_id, order_reference, expected_amount, expected_currency,
            status, rank, metadata, last_event_id, created_at, updated_at, checks)
        VALUES (@provider, @account, @payment, @transaction, @order, @amount, @currency,
            '{PaymentStatus.Values.Pending}', 0, '{"{}"}', '', @created, @created, 0)
        ON CONFLICT (payment_id, provider, account) DO UPDATE SET transaction_id = COALESCE(p.transaction_id, excluded.transaction_id),
            order_reference = COALESCE(p.order_reference, excluded.order_reference),
            expected_amount = COALESCE(p.expected_amount, excluded.expected_amount),
            expected_currency = COALESCE(p.expected_currency, excluded.expected_currency);
        """;

    /// <summary>The payment that has a transaction.</summary>
    public static string ByTransaction(InboxTables tables, string transaction) =>
        $"SELECT t.payment_id FROM {tables.Payments} AS t WHERE t.transaction_id = {transaction} AND {Same("t")}";

    /// <summary>The payment that has the id itself.</summary>
    public static string ById(InboxTables tables) => $"SELECT o.payment_id FROM {tables.Payments} AS o WHERE o.payment_id = @payment AND {Same("o")}";

    /// <summary>A condition: the row belongs to the account.</summary>
    public static string Same(string row) => $"{row}.provider = @provider AND {row}.account = @account";

    /// <summary>
    /// A condition: the application wrote the row, and no payment has it. No event has reported it, or only a lookup of its transaction.
    /// </summary>
    public static string Open(string row) => $"{row}.expected_amount IS NOT NULL AND ({row}.last_event_id = ''"
        + $" OR ({row}.payment_id = {row}.transaction_id AND {row}.last_event_id LIKE '{ReconciledEvent.EventType}:%'))";

    /// <summary>True where the money arrived, even if it was returned since.</summary>
    public static bool IsMoney(PaymentStatus status) => MoneyStatuses.Contains(status.Value);
}
