namespace CoinMoebius.Faults.Tests;

public sealed class FaultOptionsTests
{
    [Test]
    public void What_is_not_given_has_a_sensible_value()
    {
        var options = FaultOptions.Parse(["--store", "postgres", "--deliveries", "400", "--kills", "7"])!;

        options.Should().BeEquivalentTo(new { Store = StoreKind.Postgres, Deliveries = 400, Payments = 100, ForgedPercent = 25, Processes = 4, Kills = 7, Seed = 1 });
        FaultOptions.Parse(["--store", "sqlite"])!.Should().BeEquivalentTo(new { Processes = 1, DatabaseStops = 0 });
    }

    [TestCase("--store")]
    [TestCase("--deliveries 5")]
    [TestCase("--store oracle")]
    [TestCase("--store postgres --nonsense")]
    [TestCase("--store postgres --kills -1")]
    [TestCase("--store postgres --deliveries 0")]
    [TestCase("--store postgres --deliveries many")]
    [TestCase("--store postgres --deliveries 4 --payments 5")]
    [TestCase("--store postgres --seed 1 --seed 2")]
    [TestCase("--store sqlite --database-stops 1")]
    [TestCase("--store sqlite --processes 2")]
    [TestCase("--store postgres --connection Host=localhost --database-stops 1")]
    public async Task Arguments_that_make_no_sense_are_told_in_one_line(string arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());

        var code = await FaultsApplication.InvokeAsync(arguments.Split(' '), output, error, isTerminal: false);

        code.Should().Be(2);
        output.ToString().Should().BeEmpty();
        error.ToString().TrimEnd().Should().NotBeEmpty().And.NotContain("\n");
    }

    [Test]
    public async Task Help_names_every_option()
    {
        var output = new StringWriter();

        (await FaultsApplication.InvokeAsync(["--help"], output, new StringWriter(), isTerminal: false)).Should().Be(0);

        output.ToString().Should().ContainAll("--store", "--deliveries", "--payments", "--forged", "--processes", "--kills", "--database-stops", "--seed", "--connection", "--keep");
    }
}
