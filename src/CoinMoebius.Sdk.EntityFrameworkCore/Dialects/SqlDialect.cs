using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Dialects;

/// <summary>Everything in which the supported databases differ. The statements themselves are the same for all.</summary>
internal abstract class SqlDialect
{
    /// <summary>The dialect of a context.</summary>
    /// <exception cref="NotSupportedException">Its database is neither SQLite nor PostgreSQL.</exception>
    public static SqlDialect Of(DbContext context) => context.Database.ProviderName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => SqliteDialect.Instance,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => PostgreSqlDialect.Instance,
        var other => throw new NotSupportedException(
            $"The inbox supports SQLite and PostgreSQL; {context.GetType().Name} uses {other ?? "no database"}. Register the context with UseSqlite or UseNpgsql, in tests too."),
    };

    /// <summary>The dialect of a model that is being built, before there is a context. Any database but PostgreSQL counts as SQLite.</summary>
    public static SqlDialect Of(IReadOnlyModel model) => PostgreSqlDialect.IsFor(model) ? PostgreSqlDialect.Instance : SqliteDialect.Instance;

    /// <summary>True where the database allows one write at a time, so that the writers of a process queue.</summary>
    public abstract bool HasOneWriter { get; }

    /// <summary>Ends a SELECT that locks its rows until the transaction ends, and waits for rows that others have locked.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Ends a SELECT that locks its rows, and skips those that others have locked.</summary>
    public abstract string ForUpdateSkipLocked { get; }

    /// <summary>A condition: the value is among those that a subquery returns.</summary>
    public abstract string IsIn(string subquery);

    /// <summary>A column in a condition for which the database must not choose an index.</summary>
    public abstract string Unindexed(string column);

    /// <summary>Columns of a SELECT: each locks a name of an account until the transaction ends, and waits for others that have locked it.</summary>
    /// <param name="names">Expressions, all not null.</param>
    public abstract string LockNames(params string[] names);

    /// <summary>Precedes the statement that leases events. May return a row.</summary>
    public abstract string BeforeLease { get; }

    /// <summary>Precedes statements that look rows up by their keys.</summary>
    public abstract string BeforeKeyLookups { get; }

    /// <summary>Ends the effect of <see cref="BeforeKeyLookups"/>.</summary>
    public abstract string AfterKeyLookups { get; }

    /// <summary>Whether nodes can notify each other over connections of this kind.</summary>
    public abstract bool CanNotify(DbConnection connection);

    /// <summary>Whether a statement that is prepared once on such a connection saves its planning.</summary>
    public abstract bool CanPrepare(DbConnection connection);

    /// <summary>Whether an open connection keeps one session of the server, and with it the prepared statements.</summary>
    public abstract ValueTask<bool> KeepsSessionAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>The server's code when a statement failed because it was prepared in another session; otherwise null.</summary>
    public abstract string? LostStatement(Exception exception);

    /// <summary>The type of a column.</summary>
    public abstract string ColumnType(Type type, int? maxLength);

    /// <summary>
    /// The collation of texts, which compares bytes: two ids that differ in case, or in how an accent is encoded, are different. An order by
    /// bytes also survives an update of the system's locales, which silently breaks indexes of other orders, including unique ones.
    /// </summary>
    public abstract string Collation { get; }

    /// <summary>What is wrong with how the application's model has the database generate a value, or null.</summary>
    public abstract string? GenerationFault(IReadOnlyProperty property);

    /// <summary>Whether the database itself defines the column, so that no statement writes it.</summary>
    public abstract bool IsSystemColumn(IColumn column);

    protected static NotSupportedException NoColumnHolds(Type type) => new($"No column holds {type.Name}.");
}
