using Npgsql;

namespace CoinMoebius.Tests.Shared;

/// <summary>One PostgreSQL server for all tests of an assembly, a database for each. The assembly's set-up fixture stops it.</summary>
public static class SharedPostgres
{
    private static readonly Lazy<Task<ThrowawayPostgres>> Server = new(() => ThrowawayPostgres.StartAsync(isSafe: false));

    /// <summary>Makes a database; skips the test where PostgreSQL is not installed.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateDatabaseAsync()
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
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} {strategy}", connection);
        await command.ExecuteNonQueryAsync();
        return server.ConnectionString(name) + ";Maximum Pool Size=20";
    }

    /// <summary>Stops the server, if one was started.</summary>
    public static async Task StopAsync()
    {
        if (Server.IsValueCreated)
        {
            NpgsqlConnection.ClearAllPools();
            await (await Server.Value).DisposeAsync();
        }
    }
}
