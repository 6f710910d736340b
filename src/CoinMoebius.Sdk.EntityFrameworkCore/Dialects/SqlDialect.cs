using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Dialects;

/// <summary>Everything in which the databases differ that hold an inbox. The statements themselves are the same for all.</summary>
internal abstract class SqlDialect
{
    /// <summary>The dialect of a context.</summary>
    /// <exception cref="NotSupportedException">Its database is none of those known.</exception>
    public static SqlDialect Of(DbContext context) => context.Database.ProviderName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => SqliteDialect.Instance,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => PostgreSqlDialect.Instance,
        var other => throw new NotSupportedException(
            $"The inbox stores into SQLite and PostgreSQL; {context.GetType().Name} uses {other ?? "no database"}. Register the context with UseSqlite or UseNpgsql, in tests too."),
    };

    /// <summary>The dialect of a model that is being built, before there is a context. Any database but PostgreSQL counts as SQLite.</summary>
    public static SqlDialect Of(IReadOnlyModel model) => PostgreSqlDialect.IsFor(model) ? PostgreSqlDialect.Instance : SqliteDialect.Instance;

    /// <summary>True where one write at a time is all there is, so that writers of one process queue up.</summary>
    public abstract bool HasOneWriter { get; }

    /// <summary>Ends a SELECT that keeps its rows from others until the transaction ends, and waits for whoever has them.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Ends a SELECT that keeps its rows from others, and leaves out those that others have.</summary>
    public abstract string ForUpdateSkipLocked { get; }

    /// <summary>A condition: the value is among those that a subquery returns.</summary>
    public abstract string IsIn(string subquery);

    /// <summary>A column in a condition for which the database must not choose an index.</summary>
    public abstract string Unindexed(string column);

    /// <summary>Columns of a SELECT: each waits for whoever has the same name of the same account, and keeps it until the transaction ends.</summary>
    /// <param name="names">Expressions, all not null.</param>
    public abstract string LockNames(params string[] names);

    /// <summary>Precedes the statement that leases events. May return a row.</summary>
    public abstract string BeforeLease { get; }

    /// <summary>Precedes statements that look rows up by their keys.</summary>
    public abstract string BeforeKeyLookups { get; }

    /// <summary>Ends the effect of <see cref="BeforeKeyLookups"/>.</summary>
    public abstract string AfterKeyLookups { get; }

    /// <summary>Whether nodes can wake each other over connections of this kind.</summary>
    public abstract bool CanNotify(DbConnection connection);

    /// <summary>Whether a statement that is prepared once on such a connection saves its planning.</summary>
    public abstract bool CanPrepare(DbConnection connection);

    /// <summary>Whether an open connection keeps one session of the server, and with it what is prepared there.</summary>
    public abstract ValueTask<bool> KeepsSessionAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Whether a statement failed because its session is not the one that it was prepared in: the server's code, or null.</summary>
    public abstract string? LostStatement(Exception exception);

    /// <summary>The type of a column.</summary>
    public abstract string ColumnType(Type type, int? maxLength);

    /// <summary>
    /// The collation of texts, which compares bytes: two ids that differ by case, or in how an accent is written, are two. And an order by
    /// bytes outlives an update of the system's languages, which silently breaks indexes of other orders, unique ones too.
    /// </summary>
    public abstract string Collation { get; }

    /// <summary>What is wrong with how the application's model has the database generate a value, or null.</summary>
    public abstract string? GenerationFault(IReadOnlyProperty property);

    /// <summary>Whether the database itself has the column, which no statement writes.</summary>
    public abstract bool IsSystemColumn(IColumn column);

    protected static NotSupportedException NoColumnHolds(Type type) => new($"No column holds {type.Name}.");
}
