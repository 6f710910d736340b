using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using CoinMoebius.Cli.Commands;

namespace CoinMoebius.Cli;

/// <summary>The <c>coinmoebius</c> command without the process around it.</summary>
internal static class CommandLineApplication
{
    // The command itself reads "--options @file", so the parser must not expand it.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The words after <c>coinmoebius</c>.</param>
    /// <param name="io">The streams.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> InvokeAsync(string[] args, CommandIo io, CancellationToken cancellationToken = default)
    {
        await using var output = new StreamWriter(io.Out, new UTF8Encoding(false), leaveOpen: true);
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = io.Error,
            EnableDefaultExceptionHandler = false,
            // Ctrl-C ends the process at once, like any Unix filter.
            ProcessTerminationTimeout = null,
        };
        var parsed = CreateRoot(io).Parse(args, Parsing);
        try
        {
            var code = await parsed.InvokeAsync(configuration, cancellationToken);
            await output.FlushAsync(cancellationToken);
            return parsed.Action is ParseErrorAction ? ExitCode.Usage : code;
        }
        catch (CommandException e)
        {
            await io.Error.WriteLineAsync($"coinmoebius: {e.Message}");
            return ExitCode.Usage;
        }
        catch (OutputException e) when (e.IsClosedPipe)
        {
            return ExitCode.ClosedPipe;
        }
        catch (OutputException e)
        {
            await io.Error.WriteLineAsync($"coinmoebius: cannot write the output: {e.Message}");
            return ExitCode.Usage;
        }
    }

    private static RootCommand CreateRoot(CommandIo io)
    {
        var examples = new HelpExamples();
        var root = new RootCommand("Tools for payments through Coin Moebius.");
        root.Subcommands.Add(WebhooksCommand.Create(io, examples));
        root.Subcommands.Add(InboxCommand.Create(io, examples));
        examples.Add(
            root, "coinmoebius webhooks verify --jsonl cases.jsonl", "coinmoebius inbox list --state parked", "coinmoebius webhooks verify --help");
        examples.AttachTo(root);
        return root;
    }
}
