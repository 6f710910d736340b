using CoinMoebius.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>One PostgreSQL server for all tests of this assembly, a database for each.</summary>
[SetUpFixture]
public sealed class PostgresServer
{
    private static readonly Lazy<Task<ThrowawayPostgres>> Server = new(() => ThrowawayPostgres.StartAsync(isSafe: false));

    /// <summary>Makes a database; skips the test where PostgreSQL is not installed.</summary>
    public static async Task<Engine> CreateDatabaseAsync()
    {
        if (ThrowawayPostgres.FindBinaries() is null && Environment.GetEnvironmentVariable("COINMOEBIUS_REQUIRE_ALL") != "1")
        {
            Assert.Ignore(ThrowawayPostgres.HowToGet);
        }

        var server = await Server.Value;
        var name = $"t{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new Database(server.ConnectionString(name) + ";Maximum Pool Size=20");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Server.IsValueCreated)
        {
            NpgsqlConnection.ClearAllPools();
            await (await Server.Value).DisposeAsync();
        }
    }

    private sealed class Database(string connectionString) : Engine
    {
        public override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(connectionString);

        public override ValueTask DisposeAsync() => default;
    }
}
