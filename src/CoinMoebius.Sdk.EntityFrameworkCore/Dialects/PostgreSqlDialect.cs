using System.Data.Common;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Dialects;

/// <summary>PostgreSQL has many writers on many nodes; they lock rows and names, and notify each other.</summary>
internal sealed class PostgreSqlDialect : SqlDialect
{
    public static PostgreSqlDialect Instance { get; } = new();

    private PostgreSqlDialect()
    {
    }

    /// <summary>
    /// Whether a model is built for PostgreSQL. The provider's conventions annotate the model; the builder itself has no such property.
    /// </summary>
    public static bool IsFor(IReadOnlyModel model) =>
        model.GetAnnotations().Any(annotation => annotation.Name.StartsWith("Npgsql:", StringComparison.Ordinal));

    public override bool HasOneWriter => false;

    public override string ForUpdate => "FOR UPDATE";

    public override string ForUpdateSkipLocked => "FOR UPDATE SKIP LOCKED";

    // With an array the planner looks rows up by key; with a subquery it may choose a join that reads the whole table.
    public override string IsIn(string subquery) => $"= ANY (ARRAY({subquery}))";

    // IS NOT DISTINCT FROM fits no index here.
    public override string Unindexed(string column) => column;

    public override string LockNames(params string[] names) =>
        string.Join(", ", names.Select(name => $"pg_advisory_xact_lock(hashtextextended(provider || ' ' || account || ' ' || {name}, 0))"));

    // A lease that a crash loses is simply taken again, so it need not wait for the disk. The other settings keep the planner, which may
    // underestimate the pending events, from sorting them all: the oldest few are at the beginning of an index.
    public override string BeforeLease => """
        SELECT set_config('synchronous_commit', 'off', true), set_config('enable_sort', 'off', true), set_config('enable_seqscan', 'off', true),
            set_config('enable_bitmapscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true);
        """;

    // The server keeps a plan for long: a plan made over an almost empty table must not scan the table when it has grown.
    public override string BeforeKeyLookups => "SET LOCAL enable_seqscan = off;";

    public override string AfterKeyLookups => "SET LOCAL enable_seqscan TO DEFAULT;";

    // An application may have wrapped its connections.
    public override bool CanNotify(DbConnection connection) => connection is NpgsqlConnection;

    public override bool CanPrepare(DbConnection connection) => connection is NpgsqlConnection;

    /// <summary>The server reports its own process id as that of the connection; a pooler reports another number.</summary>
    public override async ValueTask<bool> KeepsSessionAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var session = (NpgsqlConnection)connection;
        if (IsMultiplexed(session))
        {
            return false;
        }

        var command = new NpgsqlCommand("SELECT pg_backend_pid()", session);
        await using var ending = command.ConfigureAwait(false);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is int process && process == session.ProcessID;
    }

    /// <summary>Whether Npgsql multiplexes: it then sends each command over any session that is free.</summary>
    public static bool IsMultiplexed(NpgsqlConnection connection) => new NpgsqlConnectionStringBuilder(connection.ConnectionString).Multiplexing;

    public override string? LostStatement(Exception exception) => exception.GetBaseException() is PostgresException
    {
        SqlState: PostgresErrorCodes.InvalidSqlStatementName or PostgresErrorCodes.DuplicatePreparedStatement or PostgresErrorCodes.ProtocolViolation,
    } lost ? lost.SqlState : null;

    // Without a precision, numeric keeps all digits: coins have up to 18 decimals.
    public override string ColumnType(Type type, int? maxLength) =>
        type == typeof(string) ? (maxLength is { } length ? $"character varying({length})" : "text")
        : type == typeof(byte[]) ? "bytea"
        : type == typeof(Guid) ? "uuid"
        : Type.GetTypeCode(type) switch
        {
            TypeCode.Int64 => "bigint",
            TypeCode.Int32 => "integer",
            TypeCode.Int16 => "smallint",
            TypeCode.Boolean => "boolean",
            TypeCode.Decimal => "numeric",
            _ => throw NoColumnHolds(type),
        };

    public override string Collation => "C";

    public override string? GenerationFault(IReadOnlyProperty property) =>
        property.FindAnnotation("Npgsql:ValueGenerationStrategy")?.Value?.ToString() == "SequenceHiLo"
            ? "takes its numbers from a HiLo sequence, expected is an identity column"
            : null;

    public override bool IsSystemColumn(IColumn column) => column is { Name: "xmin", StoreType: "xid" };
}
