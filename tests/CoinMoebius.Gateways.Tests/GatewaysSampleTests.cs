using System.Text;
using Gateways;
using Spectre.Console;

namespace CoinMoebius.Gateways.Tests;

/// <summary>The sample as a merchant runs it, where the output is a pipe, and where it is a terminal.</summary>
[CancelAfter(120_000)]
public sealed class GatewaysSampleTests
{
    [Test]
    public async Task Every_gateway_creates_takes_watches_and_refunds_a_payment(CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync([], isTerminal: false, cancellationToken);

        exitCode.Should().Be(GatewaysApplication.Success, output);
        var rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^4..].Select(row => row.Split(" | ")).ToList();
        rows.Select(row => (row[0], row[1], row[^1])).Should().Equal(
            ("Inqud", "simulator", "ok"), ("Coinflow", "simulator", "ok"), ("Mobbex", "simulator", "ok"), ("Money Button", "stored webhook", "ok"));
        rows[0][4].Should().StartWith("NEW → ").And.EndWith("SUCCESS");
        rows[0][5].Should().EndWith("succeeded");
        rows[1][5].Should().Be("succeeded, refunded");
        rows[1][6].Should().Be("25.00 USD returned");
        rows[2][4].Should().Be("200 paid");
        rows[2][5].Should().Be("succeeded, reversed");
        rows[2][6].Should().Be("25,000.00 ARS returned");
        output.Should().NotContain("\u001b", "there is no terminal").And.Contain("Mobbex: created ");
    }

    [Test]
    public async Task What_is_wrong_with_one_gateway_is_said_and_the_others_go_on(CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync(["--Only", "Mobbex,Inqud", "--Mobbex:ApiKey", "has a space"], isTerminal: false, cancellationToken);

        exitCode.Should().Be(GatewaysApplication.Failure);
        output.Should().Contain("Mobbex: FAILED: ").And.Contain("ApiKey is missing or has spaces").And.NotContain("   at ").And.NotContain("has a space");
        output.Should().MatchRegex(@"Inqud \| simulator \|.*\| ok").And.MatchRegex(@"Mobbex \| real API \|").And.NotContain("Coinflow");
    }

    [Test]
    public async Task An_api_that_is_not_there_is_an_error_and_no_crash(CancellationToken cancellationToken)
    {
        string[] args =
        [
            "--Only", "mobbex", "--Mobbex:ApiKey", "key", "--Mobbex:AccessToken", "token", "--Mobbex:BaseAddress", "http://127.0.0.1:9/", "--Mobbex:MaxRetries", "0",
        ];

        var (exitCode, output) = await RunAsync(args, isTerminal: false, cancellationToken);

        exitCode.Should().Be(GatewaysApplication.Failure);
        output.Should().Contain("Mobbex: FAILED: ").And.NotContain("   at ");
    }

    [Test]
    public async Task Nobody_who_pays_is_an_error_in_time(CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync(["--Only", "Inqud", "--PayWithin", "00:00:00"], isTerminal: false, cancellationToken);

        exitCode.Should().Be(GatewaysApplication.Failure);
        output.Should().Contain("Inqud: FAILED: It was not over within 00:00:00.");
    }

    [TestCase("--Only", "stripe", "There is no gateway \"stripe\". Known: Inqud, Coinflow, Mobbex, MoneyButton.")]
    [TestCase("Only", "inqud", "--Name value")]
    [TestCase("--Only", null, "--Name value")]
    public async Task A_command_line_that_makes_no_sense_is_told(string first, string? second, string expected)
    {
        var (exitCode, output) = await RunAsync(second is null ? [first] : [first, second], isTerminal: false, CancellationToken.None);

        exitCode.Should().Be(GatewaysApplication.Usage);
        output.ReplaceLineEndings(" ").Should().Contain(expected);
    }

    [Test]
    public async Task A_terminal_gets_bars_and_a_table(CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync(["--Only", "MoneyButton"], isTerminal: true, cancellationToken);

        exitCode.Should().Be(GatewaysApplication.Success, output);
        output.Should().Contain("\u001b[").And.Contain("╭").And.Contain("Money Button");
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(
        string[] args, bool isTerminal, CancellationToken cancellationToken)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new()
        {
            Out = new FakeOutput(output, isTerminal),
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
        });
        var exitCode = await GatewaysApplication.RunAsync(args, console, cancellationToken);
        return (exitCode, output.ToString());
    }

    private sealed class FakeOutput(TextWriter writer, bool isTerminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => isTerminal;

        public int Width => 160;

        public int Height => 40;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
