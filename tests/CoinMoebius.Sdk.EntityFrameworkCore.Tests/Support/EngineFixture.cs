namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>Tests of which each has a database of its own.</summary>
public abstract class EngineFixture(string engineName)
{
    protected Engine Database { get; private set; } = null!;

    [SetUp]
    public async Task CreateDatabaseAsync() => Database = await Engine.CreateAsync(engineName);

    [TearDown]
    public async Task DropDatabaseAsync() => await Database.DisposeAsync();
}
