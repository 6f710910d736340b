using Microsoft.Data.Sqlite;

namespace CoinMoebius.Shop.Tests.Support;

/// <summary>A shop's SQLite file in a temporary folder of its own.</summary>
internal sealed class ShopFile : IDisposable
{
    // The tables are made once, and copied: to migrate takes longer than many a test.
    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateAsync);

    private readonly DirectoryInfo _folder;

    private ShopFile(DirectoryInfo folder) => _folder = folder;

    public string ConnectionString => $"Data Source={FilePath}";

    private string FilePath => Path.Combine(_folder.FullName, "shop.db");

    /// <summary>One that is not there yet.</summary>
    public static ShopFile Create() => new(Directory.CreateTempSubdirectory("coinmoebius-shop-"));

    /// <summary>One with the shop's tables.</summary>
    public static async Task<ShopFile> CreateMigratedAsync()
    {
        var file = Create();
        await File.WriteAllBytesAsync(file.FilePath, await Migrated.Value);
        return file;
    }

    public void Dispose()
    {
        CloseConnections();
        _folder.Delete(recursive: true);
    }

    private void CloseConnections()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static async Task<byte[]> MigrateAsync()
    {
        using var file = Create();
        await TestDatabase.MigrateAsync(file.ConnectionString);
        file.CloseConnections();
        return await File.ReadAllBytesAsync(file.FilePath);
    }
}
