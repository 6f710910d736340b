using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;
using CoinMoebius.Sdk.EntityFrameworkCore.Ledger;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;

/// <summary>The last phase: stores the outcome of an attempt.</summary>
internal sealed class FinishStore(InboxSession session, FinishSql sql)
{
    /// <summary>Inside the transaction: marks the event as handled and brings the ledger up to date.</summary>
    public async Task FinishAsync(LeasedEvent leased, HeldEvent held, int attempts, long now, CancellationToken cancellationToken)
    {
        var command = held is { Row: { } row, IsAnswered: false }
            ? session.Command(sql.FinishPayment, leased, [.. LedgerEntry.Parameters(row), ("attempts", attempts), ("now", now)])
            : session.Command(sql.Finish, leased, ("attempts", attempts), ("now", now));
        await using var ending = command.ConfigureAwait(false);
        await session.PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Inside the transaction: undoes the handlers' changes and keeps the lock on the event.</summary>
    public Task RollBackAsync(CancellationToken cancellationToken) =>
        InboxCommand.ExecuteAsync(session.Command(FinishSql.RollBack), cancellationToken);

    /// <summary>Stores that an attempt failed: the event becomes due again at <paramref name="due"/>, or is parked.</summary>
    /// <returns>False when the lease has lost the event.</returns>
    public async Task<bool> FailAsync(
        LeasedEvent leased, WebhookInboxState state, int attempts, long due, Exception exception, CancellationToken cancellationToken) =>
        await InboxCommand.ExecuteAsync(
            session.Command(
                sql.Fail,
                leased,
                ("state", (short)state),
                ("attempts", attempts),
                ("due", due),
                ("error_type", StoredText.Shown(exception.GetType().FullName ?? exception.GetType().Name)),
                ("error_text", ErrorText.Of(exception))),
            cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Whether the event was handled under this very lease: the response to a commit may have been lost.</summary>
    public async Task<bool> IsHandledAsync(LeasedEvent leased, CancellationToken cancellationToken) =>
        await InboxCommand.ScalarAsync(session.Command(sql.IsHandled, leased), cancellationToken).ConfigureAwait(false) is not null;
}

/// <summary>The statements of <see cref="FinishStore"/>.</summary>
internal sealed class FinishSql
{
    /// <summary>Undoes the handlers' changes and keeps the lock on the event.</summary>
    public const string RollBack = $"ROLLBACK TO SAVEPOINT {HoldSql.Savepoint}";

    // The columns that events set; those that the application wrote keep their values.
    private const string EventColumns = "claimed_id, checkout_id, subscription_id, status, rank, amount, currency, amount_paid, amount_refunded, priced_amount,"
        + " priced_currency, reference, customer_ref, is_test, metadata, facts, last_event_id, occurred_at, updated_at, check_at, checks";

    public FinishSql(InboxTables tables)
    {
        var ledger = $"""
            INSERT INTO {tables.Payments} (provider, account, payment_id, created_at, {EventColumns})
            VALUES (@provider, @account, @payment, @created, {Each(EventColumns, "@")})
            ON CONFLICT (payment_id, provider, account) DO UPDATE SET ({EventColumns}) = ({Each(EventColumns, "excluded.")});
            """;

        // The savepoint is released first: updating a row inside it that was locked before it makes PostgreSQL store both lockers.
        var finish = $"""
            RELEASE SAVEPOINT {HoldSql.Savepoint};
            UPDATE {tables.Inbox} SET state = 1, processed_at = @now, attempts = @attempts, error_type = NULL, error_text = NULL
            WHERE id = @id AND lease = @lease AND state = 0;
            """;
        Finish = $"""
            {tables.Dialect.BeforeKeyLookups}
            {finish}
            """;
        FinishPayment = $"""
            {tables.Dialect.BeforeKeyLookups}
            {ledger}
            {finish}
            """;

        // Clears the lease, as a renewal under way would otherwise prolong it beyond the pause.
        Fail = $"""
            UPDATE {tables.Inbox} SET state = @state, due_at = @due, lease = NULL, attempts = @attempts, final_attempt_at = NULL,
                error_type = @error_type, error_text = @error_text
            WHERE id = @id AND lease = @lease AND state = 0
            """;
        IsHandled = $"SELECT 1 FROM {tables.Inbox} WHERE id = @id AND lease = @lease AND state = 1";
    }

    public string Finish { get; }

    public string FinishPayment { get; }

    public string Fail { get; }

    public string IsHandled { get; }

    private static string Each(string columns, string prefix) => string.Join(", ", columns.Split(", ").Select(column => prefix + column));
}
