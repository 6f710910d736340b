using CoinMoebius.Cli.Tests.Support;

namespace CoinMoebius.Cli.Tests;

public sealed class UsageTests
{
    [TestCase]
    [TestCase("webhooks")]
    [TestCase("webhooks", "verify")]
    [TestCase("webhooks", "verify", "--nonsense")]
    [TestCase("webhooks", "verify", "--provider", "nobody")]
    [TestCase("webhooks", "verify", "--jsonl", "-", "--provider", "stripe")]
    [TestCase("webhooks", "verify", "--jsonl", "no-such-file.jsonl")]
    [TestCase("webhooks", "verify", "--jsonl", "a", "b")]
    [TestCase("inbox")]
    [TestCase("inbox", "list", "--limit", "0")]
    public async Task A_wrong_call_says_so_and_ends_with_2(params string[] args)
    {
        var run = await CommandLine.RunAsync("", args);

        run.Code.Should().Be(ExitCode.Usage);
        run.Error.Should().NotBeEmpty();
    }

    [TestCase]
    [TestCase("webhooks")]
    [TestCase("webhooks", "verify")]
    [TestCase("inbox")]
    [TestCase("inbox", "list")]
    [TestCase("inbox", "show")]
    [TestCase("inbox", "requeue")]
    [TestCase("inbox", "purge")]
    public async Task Every_command_has_help_with_examples(params string[] command)
    {
        var run = await CommandLine.RunAsync("", [.. command, "--help"]);

        run.Code.Should().Be(ExitCode.Success);
        run.Out.Should().Contain("Usage:").And.Contain("Examples:\n  ");
    }

    [Test]
    public async Task The_version_is_printed()
    {
        var run = await CommandLine.RunAsync("", "--version");

        run.Code.Should().Be(ExitCode.Success);
        run.Out.Should().MatchRegex(@"^\d+\.\d+\.\d+");
    }

    [Test]
    public async Task At_a_terminal_the_command_says_what_it_waits_for()
    {
        var run = await CommandLine.RunAsync([], io => io with { InIsTerminal = true }, "webhooks", "verify", "--jsonl");

        run.Code.Should().Be(ExitCode.Success);
        run.Error.Should().Contain("one JSON object per line");
    }

    [Test]
    public async Task Progress_is_shown_only_to_a_person_who_reads_a_file_elsewhere()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, StripeCase.Create().ToJsonString());

            var watched = await CommandLine.RunAsync([], io => io with { ErrorIsTerminal = true }, "webhooks", "verify", "--jsonl", file);
            var unwatched = await CommandLine.RunAsync([], null, "webhooks", "verify", "--jsonl", file);

            watched.Error.Should().Contain("1 lines done");
            unwatched.Error.Should().BeEmpty();
            watched.Out.Should().Be(unwatched.Out);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
