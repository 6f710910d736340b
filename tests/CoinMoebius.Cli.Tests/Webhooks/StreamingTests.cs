using System.IO.Pipelines;
using System.Text;
using CoinMoebius.Cli.Tests.Support;

namespace CoinMoebius.Cli.Tests.Webhooks;

public sealed class StreamingTests
{
    [Test]
    [CancelAfter(30_000)]
    public async Task A_caller_that_waits_for_each_answer_gets_it(CancellationToken cancellationToken)
    {
        var input = new Pipe();
        var output = new Pipe();
        var run = CommandLineApplication.InvokeAsync(
            ["webhooks", "verify", "--jsonl"], new CommandIo(input.Reader.AsStream(), output.Writer.AsStream(), TextWriter.Null), cancellationToken);
        using var answers = new StreamReader(output.Reader.AsStream());
        var line = Encoding.UTF8.GetBytes(StripeCase.Create().ToJsonString() + "\n");

        for (var i = 0; i < 3; i++)
        {
            await input.Writer.WriteAsync(line, cancellationToken);
            (await answers.ReadLineAsync(cancellationToken)).Should().StartWith("""{"id":"c1","outcome":"verified",""");
        }

        await input.Writer.CompleteAsync();
        (await run).Should().Be(ExitCode.Success);
    }

    [TestCase(32, ExitCode.ClosedPipe)]
    [TestCase(28, ExitCode.Usage)]
    public async Task A_reader_that_went_away_ends_the_run_quietly_and_a_full_disk_does_not(int error, int code)
    {
        var messages = new StringWriter();
        var input = new MemoryStream(Encoding.UTF8.GetBytes(StripeCase.Create().ToJsonString()));

        var found = await CommandLineApplication.InvokeAsync(
            ["webhooks", "verify", "--jsonl"], new CommandIo(input, new Failing(error), messages));

        found.Should().Be(code);
        messages.ToString().Should().Be(code == ExitCode.ClosedPipe ? "" : "coinmoebius: cannot write the output: it failed" + Environment.NewLine);
    }

    private sealed class Failing(int error) : WriteOnlyTestStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("it failed", error);
    }
}
