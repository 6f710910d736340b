using System.Diagnostics;
using System.Text;
using CoinMoebius.Cli.Tests.Support;

namespace CoinMoebius.Cli.Tests;

/// <summary>The real process, for what the seam cannot show.</summary>
public sealed class ProcessTests
{
    [Test]
    [CancelAfter(60_000)]
    public async Task Lines_go_through_standard_input_and_output_as_UTF_8_without_a_byte_order_mark(CancellationToken cancellationToken)
    {
        var line = StripeCase.Create("é").ToJsonString();

        var (code, output) = await RunAsync(Encoding.UTF8.GetBytes(line + "\nnonsense\n"), cancellationToken, "webhooks", "verify", "--jsonl");

        code.Should().Be(ExitCode.Failure);
        Encoding.UTF8.GetString(output).Should().StartWith("{\"id\":\"é\",\"outcome\":\"verified\"").And.EndWith("\"}\n");
    }

    [TestCase(ExitCode.Success, "--version")]
    [TestCase(ExitCode.Usage, "--nonsense")]
    [CancelAfter(60_000)]
    public async Task The_exit_code_reaches_the_shell(int expected, string arg, CancellationToken cancellationToken) =>
        (await RunAsync([], cancellationToken, arg)).Code.Should().Be(expected);

    private static async Task<(int Code, byte[] Output)> RunAsync(byte[] input, CancellationToken cancellationToken, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(CommandLineApplication).Assembly.Location);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
        process.StandardInput.Close();
        var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        await error;
        return (process.ExitCode, output.ToArray());
    }
}
