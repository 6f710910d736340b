using System.Data.Common;
using System.Globalization;
using CoinMoebius.Faults.Comparing;
using CoinMoebius.Faults.Plan;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Faults.Stores;

/// <summary>Reads the tables as anybody could, past the SDK.</summary>
public static class StoreReader
{
    /// <summary>How many effects there are.</summary>
    public static async Task<long> CountEffectsAsync(Store store, CancellationToken cancellationToken)
    {
        var count = await ReadAsync(store, "SELECT COUNT(*) FROM order_events", row => Number(row, 0), cancellationToken);
        return count[0];
    }

    /// <summary>How many events wait for their handlers.</summary>
    public static async Task<long> CountPendingAsync(Store store, CancellationToken cancellationToken)
    {
        var count = await ReadAsync(
            store,
            $"SELECT COUNT(*) FROM coinmoebius_inbox WHERE state = {(int)WebhookInboxState.Pending}",
            row => Number(row, 0),
            cancellationToken);
        return count[0];
    }

    public static async Task<Found> ReadAsync(Store store, CancellationToken cancellationToken)
    {
        var effects = await ReadAsync(
            store,
            "SELECT provider, event_id, payment_id, status, is_first_of_status FROM order_events",
            row => new FoundEffect(new(row.GetString(0), row.GetString(1)), row.GetString(2), row.GetString(3), row.GetBoolean(4)),
            cancellationToken);
        var ledger = await ReadAsync(
            store,
            "SELECT provider, payment_id, status, rank, amount_paid, amount_refunded FROM coinmoebius_payments",
            row => new FoundPayment(new(row.GetString(0), row.GetString(1)), row.GetString(2), (int)Number(row, 3), Amount(row, 4), Amount(row, 5) ?? 0),
            cancellationToken);
        var orders = await ReadAsync(
            store, "SELECT id, status FROM orders", row => KeyValuePair.Create(row.GetString(0), row.GetString(1)), cancellationToken);
        var inbox = await ReadAsync(
            store,
            $"SELECT provider, event_id, state, attempts, error_type FROM coinmoebius_inbox WHERE state <> {(int)WebhookInboxState.Processed}",
            row => KeyValuePair.Create(new EventKey(row.GetString(0), row.GetString(1)), Describe(row)),
            cancellationToken);
        return new(effects, ledger, orders.ToDictionary(), inbox.ToDictionary());
    }

    private static string Describe(DbDataReader row)
    {
        var error = row.IsDBNull(4) ? "no error" : row.GetString(4);
        return $"{(WebhookInboxState)Number(row, 2)} after {Number(row, 3)} attempts with {error}".ToLowerInvariant();
    }

    private static async Task<List<T>> ReadAsync<T>(Store store, string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = store.Connect();
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static decimal? Amount(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDecimal(column);

    private static long Number(DbDataReader row, int column) => Convert.ToInt64(row.GetValue(column), CultureInfo.InvariantCulture);
}
