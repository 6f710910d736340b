using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Shop.Data;

/// <summary>Where orders are stored: a file beside the shop, or PostgreSQL when the connection string says so.</summary>
public sealed class ShopDatabase
{
    private readonly string _connectionString;
    private readonly bool _isPostgres;

    private ShopDatabase(string connectionString, bool isPostgres, string description) =>
        (_connectionString, _isPostgres, Description) = (connectionString, isPostgres, description);

    /// <summary>Says in a few words where the orders are; no password is among them.</summary>
    public string Description { get; }

    /// <summary>Reads a connection string. One with a host is PostgreSQL's; else it names SQLite's file.</summary>
    /// <exception cref="ArgumentException">The string is not one.</exception>
    public static ShopDatabase Parse(string connectionString, string contentRoot)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (parts.TryGetValue("Host", out var host) || parts.TryGetValue("Server", out host))
        {
            parts.TryGetValue("Database", out var name);
            return new(connectionString, isPostgres: true, $"PostgreSQL at {host}, database {name}");
        }

        var sqlite = new SqliteConnectionStringBuilder(connectionString);
        sqlite.DataSource = Path.GetFullPath(sqlite.DataSource, contentRoot);
        return new(sqlite.ConnectionString, isPostgres: false, sqlite.DataSource);
    }

    public void Configure(DbContextOptionsBuilder options)
    {
        if (_isPostgres)
        {
            options.UseNpgsql(_connectionString);
        }
        else
        {
            options.UseSqlite(_connectionString);
        }
    }

    /// <summary>Makes the tables, or brings those of an older version up to date. On PostgreSQL several instances may do so at once.</summary>
    /// <exception cref="DbException">The database cannot be used.</exception>
    public static async Task MigrateAsync(IServiceProvider services)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<ShopDbContext>>().CreateDbContextAsync();
        var database = context.Database;
        if (database.IsSqlite() && await database.CanConnectAsync())
        {
            // One process uses the file. If it was killed while it migrated, its lock is still there, and would be waited for for ever.
            await database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        }

        await using var turn = await TakeTurnAsync(database);
        await database.MigrateAsync();
    }

    /// <summary>On PostgreSQL: lets one instance after the other migrate. The lock ends with its transaction, which a pooler keeps on one session, and that with its connection.</summary>
    private static async Task<DbConnection?> TakeTurnAsync(DatabaseFacade database)
    {
        if (!database.IsNpgsql())
        {
            return null;
        }

        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.GetConnectionString()) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var take = new NpgsqlCommand("BEGIN; SELECT pg_advisory_xact_lock(hashtext('shop migrations'))", connection);
        await take.ExecuteNonQueryAsync();
        return connection;
    }
}

/// <summary>Adds the database.</summary>
public static class ShopDatabaseServices
{
    public static void AddShopDatabase(this WebApplicationBuilder builder)
    {
        var database = ShopDatabase.Parse(builder.Configuration.GetConnectionString("Shop") ?? "Data Source=shop.db", builder.Environment.ContentRootPath);
        builder.Services.AddSingleton(database);
        builder.Services.AddDbContextFactory<ShopDbContext>(database.Configure);
    }
}
