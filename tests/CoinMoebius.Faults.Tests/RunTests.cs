using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Faults.Tests;

/// <summary>The real thing, short: processes, signals, a database that stops.</summary>
[NonParallelizable]
public sealed class RunTests
{
    [Test]
    [CancelAfter(240_000)]
    public async Task On_PostgreSQL_nothing_is_lost_and_nothing_comes_twice(CancellationToken cancellationToken)
    {
        if (ThrowawayPostgres.FindBinaries() is null && Environment.GetEnvironmentVariable("COINMOEBIUS_REQUIRE_ALL") != "1")
        {
            Assert.Ignore(ThrowawayPostgres.HowToGet);
        }

        await RunAsync("--store postgres --deliveries 300 --processes 2 --kills 2 --database-stops 1 --seed 5", 300, cancellationToken);
    }

    [Test]
    [CancelAfter(240_000)]
    public Task On_SQLite_nothing_is_lost_and_nothing_comes_twice(CancellationToken cancellationToken) =>
        RunAsync("--store sqlite --deliveries 200 --kills 1 --seed 6", 200, cancellationToken);

    private static async Task RunAsync(string arguments, int sent, CancellationToken cancellationToken)
    {
        var (output, error) = (new StringWriter(), new StringWriter());

        var code = await FaultsApplication.InvokeAsync(arguments.Split(' '), output, error, isTerminal: false, cancellationToken);

        var said = $"{output}{error}";
        await TestContext.Out.WriteLineAsync(said);
        said.TrimEnd().Split('\n')[^1].Should().Be($"sent {sent}, effects {sent}, lost 0, twice 0, forged accepted 0, ledger wrong 0", said);
        code.Should().Be(0, said);
    }
}
