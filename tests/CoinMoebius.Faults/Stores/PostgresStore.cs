using System.Data.Common;
using CoinMoebius.Tests.Shared;
using Npgsql;

namespace CoinMoebius.Faults.Stores;

/// <summary>A PostgreSQL server: a throw-away one that writes to the disk as a real one does, or somebody's own.</summary>
public sealed class PostgresStore(string connectionString, ThrowawayPostgres? server, bool keep) : Store
{
    private const string Database = "shop";

    public override string ConnectionString => connectionString;

    public override string? Place => server?.Folder;

    public static async Task<PostgresStore> CreateAsync(bool keep)
    {
        var server = await ThrowawayPostgres.StartAsync(isSafe: true);
        var store = new PostgresStore(server.ConnectionString(Database), server, keep);
        try
        {
            await using var connection = new NpgsqlConnection(server.ConnectionString("postgres") + ";Pooling=false");
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"CREATE DATABASE {Database}", connection);
            await command.ExecuteNonQueryAsync();
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public override DbConnection Connect() => new NpgsqlConnection(connectionString + ";Pooling=false");

    public override Task StopAsync() => server?.StopAsync() ?? base.StopAsync();

    public override Task StartAsync() => server?.StartAsync() ?? base.StartAsync();

    public override async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await (keep ? new ValueTask(server.StopAsync()) : server.DisposeAsync());
        }
    }
}
