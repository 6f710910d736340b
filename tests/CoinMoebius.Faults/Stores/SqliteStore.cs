using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CoinMoebius.Faults.Stores;

/// <summary>A file. It lies in the folder of the run, and goes with it.</summary>
public sealed class SqliteStore(string connectionString) : Store
{
    public override string ConnectionString => connectionString;

    public override string? Place => null;

    public override DbConnection Connect() => new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);

    public override ValueTask DisposeAsync() => default;
}
