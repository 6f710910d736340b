using CoinMoebius.Sdk.EntityFrameworkCore.Dialects;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Reconcile;

/// <summary>The statements of the reconciler, for the ledger of one model.</summary>
internal sealed class ReconcileSql
{
    private const string Next = "{0} + (CASE WHEN checks < {1} THEN {2} << (checks + 1) ELSE {3} END) * {4} / 1000";

    private ReconcileSql(string payments, string columns, SqlDialect dialect)
    {
        NextDue = $"SELECT MIN(check_at) FROM {payments} WHERE check_at IS NOT NULL";
        Take = $$"""
            WITH due (due_key, due_provider, due_account) AS MATERIALIZED (
                SELECT payment_id, provider, account FROM {{payments}} WHERE check_at <= {0} ORDER BY check_at
                LIMIT 1 {{dialect.ForUpdateSkipLocked}})
            UPDATE {{payments}} SET checks = checks + 1, check_at = CASE WHEN {{Next}} <= created_at + {5} THEN {{Next}} END
            WHERE (payment_id, provider, account) IN (SELECT due_key, due_provider, due_account FROM due) AND check_at <= {0}
            RETURNING {{columns}}
            """;
    }

    /// <summary>When the next payment is due. The statement runs so often that it bypasses Entity Framework, which would log each one.</summary>
    public string NextDue { get; }

    /// <summary>
    /// Takes the payment that has been due longest, and sets when it is due again: the first pause, doubled for each lookup so far and shortened
    /// at random; null where that would be too late. Parameters: now, how often the pause doubles, the first pause, the longest pause, the part
    /// of the pause that remains (of 1000), for how long the payment is looked up; all times in milliseconds.
    /// </summary>
    public string Take { get; }

    public static ReconcileSql For(DbContext context) =>
        new(InboxTables.NameOf<LedgerRow>(context), ColumnsOf<LedgerRow>(context), SqlDialect.Of(context));

    // Includes columns that an application has added, and PostgreSQL's system columns, which a star leaves out.
    private static string ColumnsOf<TRow>(DbContext context)
    {
        var names = context.GetService<ISqlGenerationHelper>();
        return string.Join(", ", context.Model.FindEntityType(typeof(TRow))!.GetProperties().Select(property => names.DelimitIdentifier(property.GetColumnName())));
    }
}
