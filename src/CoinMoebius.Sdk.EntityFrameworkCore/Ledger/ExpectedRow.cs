using System.Data.Common;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>What the application itself wrote about a checkout, as stored; only the id for a row that it did not write.</summary>
/// <param name="Id">The id of its row: the payment's own id where it is known, otherwise the transaction or the order.</param>
/// <param name="TransactionId">The transaction at Coin Moebius, or null.</param>
/// <param name="Order">The merchant's order, or null.</param>
/// <param name="Amount">The expected amount.</param>
/// <param name="Currency">The expected currency.</param>
/// <param name="CreatedAt">When the row was created, in Unix milliseconds.</param>
internal sealed record ExpectedRow(string Id, string? TransactionId, string? Order, decimal? Amount, string? Currency, long CreatedAt)
{
    /// <summary>The values for statements.</summary>
    public (string Name, object? Value)[] Parameters =>
        [("transaction", TransactionId), ("order", Order), ("amount", Amount), ("currency", Currency)];

    /// <summary>Reads the result of <see cref="EventLinkSql.FindExpected"/>.</summary>
    public static ExpectedRow Read(DbDataReader row) => new(
        row.GetString(0),
        row.IsDBNull(1) ? null : row.GetString(1),
        row.IsDBNull(2) ? null : row.GetString(2),
        row.GetDecimal(3),
        row.GetString(4),
        row.GetInt64(5));

    /// <summary>Reads it from a row of the ledger; null when only events have reported that row.</summary>
    public static ExpectedRow? Of(LedgerRow row) => row.ExpectedAmount is null ? null : Any(row);

    /// <summary>Reads it from any row of the ledger.</summary>
    public static ExpectedRow Any(LedgerRow row) =>
        new(row.PaymentId, row.TransactionId, row.OrderReference, row.ExpectedAmount, row.ExpectedCurrency, row.CreatedAt);
}
