using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>A database of one engine, for one test.</summary>
public abstract class Engine : IAsyncDisposable
{
    public static readonly string[] All = ["sqlite", "postgres"];

    /// <summary>Released whenever some process over this database has news.</summary>
    public SemaphoreSlim News { get; } = new(0);

    public virtual bool IsPostgres => false;

    /// <summary>Has a context use the database. Tests have many kinds of contexts: each with what it intercepts, or how it names.</summary>
    public void Configure(DbContextOptionsBuilder options)
    {
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.ManyServiceProvidersCreatedWarning));
        Use(options);
    }

    protected abstract void Use(DbContextOptionsBuilder options);

    /// <summary>A context over the database.</summary>
    public MerchantContext Open()
    {
        var options = new DbContextOptionsBuilder<MerchantContext>();
        Configure(options);
        return new(options.Options);
    }

    /// <summary>Makes the tables of a context's model, unless another process has.</summary>
    public async Task CreateTablesAsync(DbContext context)
    {
        if (!IsPostgres)
        {
            await context.Database.EnsureCreatedAsync();
            return;
        }

        // The database is there, which Entity Framework would find out over a connection of its own.
        var creator = context.GetService<IRelationalDatabaseCreator>();
        if (!await creator.HasTablesAsync())
        {
            await creator.CreateTablesAsync();
        }
    }

    public abstract ValueTask DisposeAsync();

    public static async Task<Engine> CreateAsync(string name) => name == "sqlite" ? new Sqlite() : await PostgresServer.CreateDatabaseAsync();

    private sealed class Sqlite : Engine
    {
        private readonly string _file = Path.Combine(Path.GetTempPath(), $"coinmoebius-{Guid.NewGuid():N}.db");

        // Pooled as in an application: the last connection that closes writes the whole log back into the file.
        private string ConnectionString => $"Data Source={_file}";

        protected override void Use(DbContextOptionsBuilder options) =>
            options.UseSqlite(ConnectionString).AddInterceptors(UnsafeWrites.Instance);

        public override ValueTask DisposeAsync()
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
            foreach (var file in new[] { _file, _file + "-wal", _file + "-shm" })
            {
                File.Delete(file);
            }

            return default;
        }
    }

    /// <summary>Does not wait for the disk, as the tests' PostgreSQL does not: what is committed outlives a process, if not the machine.</summary>
    private sealed class UnsafeWrites : DbConnectionInterceptor
    {
        public static readonly UnsafeWrites Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = OFF";
            command.ExecuteNonQuery();
        }

        // SQLite runs everything at once.
        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
