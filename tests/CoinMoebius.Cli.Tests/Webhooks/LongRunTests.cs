using System.Text;
using CoinMoebius.Cli.Tests.Support;

namespace CoinMoebius.Cli.Tests.Webhooks;

[NonParallelizable]
public sealed class LongRunTests
{
    private const int Lines = 100_000;
    private const long Bound = 8 * 1024 * 1024;

    [Test]
    public async Task A_hundred_thousand_lines_run_in_steady_memory()
    {
        long early = 0;
        long late = 0;
        var line = Encoding.UTF8.GetBytes(StripeCase.Create().ToJsonString() + "\n");
        var input = new Repeating(line, Lines, number =>
        {
            if (number == Lines / 10)
            {
                early = GC.GetTotalMemory(forceFullCollection: true);
            }
            else if (number == Lines - 1)
            {
                late = GC.GetTotalMemory(forceFullCollection: true);
            }
        });
        var output = new Counting();

        var code = await CommandLineApplication.InvokeAsync(
            ["webhooks", "verify", "--jsonl", "-"], new CommandIo(input, output, TextWriter.Null));

        code.Should().Be(ExitCode.Success);
        output.LineFeeds.Should().Be(Lines);
        early.Should().BePositive();
        (late - early).Should().BeLessThan(Bound);
    }

    /// <summary>The same line again and again, handed out in pieces that end anywhere.</summary>
    private sealed class Repeating(byte[] line, int count, Action<int> starting) : ReadOnlyTestStream
    {
        private int _at;
        private int _number;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var written = 0;
            while (written < buffer.Length && _number < count)
            {
                if (_at == 0)
                {
                    starting(_number);
                }

                var piece = Math.Min(buffer.Length - written, line.Length - _at);
                line.AsSpan(_at, piece).CopyTo(buffer.Span[written..]);
                written += piece;
                _at = (_at + piece) % line.Length;
                _number += _at == 0 ? 1 : 0;
            }

            return new(written);
        }
    }

    private sealed class Counting : WriteOnlyTestStream
    {
        public int LineFeeds { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            LineFeeds += buffer.Span.Count((byte)'\n');
            return default;
        }
    }
}
