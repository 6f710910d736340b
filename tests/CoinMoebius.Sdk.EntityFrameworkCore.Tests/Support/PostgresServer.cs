using CoinMoebius.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>One PostgreSQL server for all tests of this assembly, a database for each.</summary>
public static class PostgresServer
{
    /// <summary>Makes a database; skips the test where PostgreSQL is not installed.</summary>
    /// <param name="settings">What else the connection string says.</param>
    public static async Task<Engine> CreateDatabaseAsync(string settings = "") => new Database(await SharedPostgres.CreateDatabaseAsync() + ";" + settings);

    /// <summary>The same through a PgBouncer of its own, with what else the connection string says; skips the test where there is none.</summary>
    public static async Task<Engine> CreateDatabaseAsync(string mode, string settings)
    {
        if (ThrowawayPgBouncer.Find() is null && Environment.GetEnvironmentVariable("COINMOEBIUS_REQUIRE_ALL") != "1")
        {
            Assert.Ignore(ThrowawayPgBouncer.HowToGet);
        }

        var server = new NpgsqlConnectionStringBuilder(await SharedPostgres.CreateDatabaseAsync());
        var bouncer = await ThrowawayPgBouncer.StartAsync(server.Port, mode, poolSize: 40);
        return new Pooled(new NpgsqlConnectionStringBuilder(server.ConnectionString + ";" + settings) { Port = bouncer.Port }.ConnectionString, bouncer);
    }

    private sealed class Pooled(string connectionString, ThrowawayPgBouncer bouncer) : Engine
    {
        public override bool IsPostgres => true;

        protected override void Use(DbContextOptionsBuilder options) => options.UseNpgsql(connectionString);

        public override async ValueTask DisposeAsync()
        {
            await using var connection = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(connection);
            await bouncer.DisposeAsync();
        }
    }

    private sealed class Database(string connectionString) : Engine
    {
        public override bool IsPostgres => true;

        protected override void Use(DbContextOptionsBuilder options) => options.UseNpgsql(connectionString);

        public override ValueTask DisposeAsync()
        {
            // Idle connections of databases that nobody needs any more would use up the server's.
            using var connection = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(connection);
            return default;
        }
    }
}
