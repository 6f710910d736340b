using Microsoft.Data.Sqlite;

namespace CoinMoebius.Shop.Tests.Support;

/// <summary>A shop's SQLite file in a temporary folder of its own.</summary>
internal sealed class ShopFile : IDisposable
{
    private readonly DirectoryInfo _folder;

    private ShopFile(DirectoryInfo folder) => _folder = folder;

    public string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "shop.db")}";

    public static ShopFile Create() => new(Directory.CreateTempSubdirectory("coinmoebius-shop-"));

    public void Dispose()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        _folder.Delete(recursive: true);
    }
}
