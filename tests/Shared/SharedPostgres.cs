using System.Collections.Concurrent;
using Npgsql;

namespace CoinMoebius.Tests.Shared;

/// <summary>One PostgreSQL server for all tests of an assembly, a database for each. The assembly's set-up fixture stops it.</summary>
public static class SharedPostgres
{
    private static readonly Lazy<Task<ThrowawayPostgres>> Server = new(() => ThrowawayPostgres.StartAsync(isSafe: false));
    private static readonly ConcurrentDictionary<Func<string, Task>, Lazy<Task<string>>> Templates = new();

    /// <summary>Makes a database; skips the test where PostgreSQL is not installed.</summary>
    /// <returns>Its connection string.</returns>
    public static Task<string> CreateDatabaseAsync() => CopyAsync("template1");

    /// <summary>Makes a database with tables, which are made once and copied; skips the test where PostgreSQL is not installed.</summary>
    /// <param name="migrate">Makes the tables in the database of a connection string.</param>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateDatabaseAsync(Func<string, Task> migrate) =>
        await CopyAsync(await Templates.GetOrAdd(migrate, make => new(() => CreateTemplateAsync(make))).Value);

    /// <summary>Stops the server, if one was started.</summary>
    public static async Task StopAsync()
    {
        if (Server.IsValueCreated)
        {
            NpgsqlConnection.ClearAllPools();
            await (await Server.Value).DisposeAsync();
        }
    }

    private static async Task<string> CreateTemplateAsync(Func<string, Task> migrate)
    {
        // A database is copied only while nobody is connected to it.
        var connectionString = await CopyAsync("template1") + ";Pooling=false";
        await migrate(connectionString);
        return new NpgsqlConnectionStringBuilder(connectionString).Database!;
    }

    private static async Task<string> CopyAsync(string template)
    {
        if (ThrowawayPostgres.FindBinaries() is null && Environment.GetEnvironmentVariable("COINMOEBIUS_REQUIRE_ALL") != "1")
        {
            Assert.Ignore(ThrowawayPostgres.HowToGet);
        }

        var server = await Server.Value;
        var name = $"t{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();

        // Half the work for a server that need not wait for the disk.
        var strategy = connection.PostgreSqlVersion.Major >= 15 ? "STRATEGY FILE_COPY" : "";
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template} {strategy}", connection);
        await command.ExecuteNonQueryAsync();
        return server.ConnectionString(name) + ";Maximum Pool Size=20";
    }
}
