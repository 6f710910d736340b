using System.Data.Common;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>What the application itself wrote about a checkout, as it is stored; of a row that it did not write, nothing but the id.</summary>
/// <param name="Id">The id of its row: the payment's own where it is known, else the transaction or the order.</param>
/// <param name="TransactionId">The transaction at Coin Moebius, or null.</param>
/// <param name="Order">The merchant's order, or null.</param>
/// <param name="Amount">What is asked.</param>
/// <param name="Currency">In which currency.</param>
/// <param name="CreatedAt">When, in Unix milliseconds.</param>
internal sealed record ExpectedRow(string Id, string? TransactionId, string? Order, decimal? Amount, string? Currency, long CreatedAt)
{
    /// <summary>The values for statements.</summary>
    public (string Name, object? Value)[] Parameters =>
        [("transaction", TransactionId), ("order", Order), ("amount", Amount), ("currency", Currency)];

    /// <summary>Reads what <see cref="EventLinkSql.FindExpected"/> found.</summary>
    public static ExpectedRow Read(DbDataReader row) => new(
        row.GetString(0),
        row.IsDBNull(1) ? null : row.GetString(1),
        row.IsDBNull(2) ? null : row.GetString(2),
        row.GetDecimal(3),
        row.GetString(4),
        row.GetInt64(5));

    /// <summary>Takes it from a row of the ledger; null when only events have told of that.</summary>
    public static ExpectedRow? Of(LedgerRow row) => row.ExpectedAmount is null ? null : Any(row);

    /// <summary>Takes it from any row of the ledger.</summary>
    public static ExpectedRow Any(LedgerRow row) =>
        new(row.PaymentId, row.TransactionId, row.OrderReference, row.ExpectedAmount, row.ExpectedCurrency, row.CreatedAt);
}
