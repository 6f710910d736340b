using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>A database of one engine, for one test.</summary>
public abstract class Engine : IAsyncDisposable
{
    public static readonly string[] All = ["sqlite", "postgres"];

    /// <summary>Released whenever some process over this database has news.</summary>
    public SemaphoreSlim News { get; } = new(0);

    public virtual bool IsPostgres => false;

    /// <summary>Has a context use the database. Tests have many kinds of contexts: each with what it intercepts, or how it names.</summary>
    public void Configure(DbContextOptionsBuilder options)
    {
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.ManyServiceProvidersCreatedWarning));
        Use(options);
    }

    protected abstract void Use(DbContextOptionsBuilder options);

    /// <summary>A context over the database.</summary>
    public MerchantContext Open()
    {
        var options = new DbContextOptionsBuilder<MerchantContext>();
        Configure(options);
        return new(options.Options);
    }

    public abstract ValueTask DisposeAsync();

    public static async Task<Engine> CreateAsync(string name) => name == "sqlite" ? new Sqlite() : await PostgresServer.CreateDatabaseAsync();

    private sealed class Sqlite : Engine
    {
        private readonly string _file = Path.Combine(Path.GetTempPath(), $"coinmoebius-{Guid.NewGuid():N}.db");

        protected override void Use(DbContextOptionsBuilder options) => options.UseSqlite($"Data Source={_file};Pooling=False");

        public override ValueTask DisposeAsync()
        {
            foreach (var file in new[] { _file, _file + "-wal", _file + "-shm" })
            {
                File.Delete(file);
            }

            return default;
        }
    }
}
