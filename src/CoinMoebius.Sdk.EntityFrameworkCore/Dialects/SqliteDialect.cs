using System.Data.Common;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Dialects;

/// <summary>SQLite has a single writer, which needs no locks: a transaction that writes has the whole database.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    public static SqliteDialect Instance { get; } = new();

    private SqliteDialect()
    {
    }

    public override bool HasOneWriter => true;

    public override string ForUpdate => "";

    public override string ForUpdateSkipLocked => "";

    public override string IsIn(string subquery) => $"IN ({subquery})";

    // Source: sqlite.org/queryplanner-ng.html, "unary +".
    public override string Unindexed(string column) => "+" + column;

    public override string LockNames(params string[] names) => "0";

    public override string BeforeLease => "";

    public override string BeforeKeyLookups => "";

    public override string AfterKeyLookups => "";

    public override bool CanNotify(DbConnection connection) => false;

    public override bool CanPrepare(DbConnection connection) => false;

    public override ValueTask<bool> KeepsSessionAsync(DbConnection connection, CancellationToken cancellationToken) => new(true);

    public override string? LostStatement(Exception exception) => null;

    // Amounts are stored as texts, because SQLite's numbers have only 15 digits.
    public override string ColumnType(Type type, int? maxLength) =>
        type == typeof(byte[]) ? "BLOB"
        : type == typeof(string) || type == typeof(Guid) || type == typeof(decimal) ? "TEXT"
        : Type.GetTypeCode(type) is TypeCode.Int64 or TypeCode.Int32 or TypeCode.Int16 or TypeCode.Boolean ? "INTEGER"
        : throw NoColumnHolds(type);

    public override string Collation => "BINARY";

    public override string? GenerationFault(IReadOnlyProperty property) => null;

    public override bool IsSystemColumn(IColumn column) => false;
}
