using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Shop.Tests;

/// <summary>Stops the PostgreSQL server when all tests of this namespace, and those below it, are done.</summary>
[SetUpFixture]
public sealed class PostgresEnd
{
    [OneTimeTearDown]
    public Task StopAsync() => SharedPostgres.StopAsync();
}
