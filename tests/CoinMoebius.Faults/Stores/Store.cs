using System.Data.Common;

namespace CoinMoebius.Faults.Stores;

/// <summary>The database of a run.</summary>
public abstract class Store : IAsyncDisposable
{
    /// <summary>How the receivers reach it.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>Where it is kept when the run keeps it; null when it is somebody else's.</summary>
    public abstract string? Place { get; }

    public abstract DbConnection Connect();

    /// <summary>Ends the server at once.</summary>
    public virtual Task StopAsync() => throw new NotSupportedException("There is no server to stop.");

    /// <summary>Starts the server again.</summary>
    public virtual Task StartAsync() => throw new NotSupportedException("There is no server to start.");

    public abstract ValueTask DisposeAsync();

    public static async Task<Store> CreateAsync(FaultOptions options, string folder) => options.Store switch
    {
        StoreKind.Sqlite => new SqliteStore(options.Connection ?? $"Data Source={Path.Combine(folder, "shop.db")}"),
        _ when options.Connection is { } connection => new PostgresStore(connection, null, options.Keep),
        _ => await PostgresStore.CreateAsync(options.Keep),
    };
}
