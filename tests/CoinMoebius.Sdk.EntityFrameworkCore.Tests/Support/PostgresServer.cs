using CoinMoebius.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>One PostgreSQL server for all tests of this assembly, a database for each.</summary>
public static class PostgresServer
{
    /// <summary>Makes a database; skips the test where PostgreSQL is not installed.</summary>
    public static async Task<Engine> CreateDatabaseAsync() => new Database(await SharedPostgres.CreateDatabaseAsync());

    private sealed class Database(string connectionString) : Engine
    {
        public override bool IsPostgres => true;

        public override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(connectionString);

        public override ValueTask DisposeAsync()
        {
            // Idle connections of databases that nobody needs any more would use up the server's.
            using var connection = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(connection);
            return default;
        }
    }
}
