using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CoinMoebius.Cli;

/// <summary>Puts an "Examples" section below the help of each command.</summary>
internal sealed class HelpExamples
{
    private readonly Dictionary<Command, string[]> _examples = [];

    public void Add(Command command, params string[] lines) => _examples.Add(command, lines);

    public void AttachTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Action((HelpAction)help.Action!, _examples);
    }

    private sealed class Action(HelpAction usual, Dictionary<Command, string[]> examples) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = usual.Invoke(parseResult);
            if (examples.TryGetValue(parseResult.CommandResult.Command, out var lines))
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (var line in lines)
                {
                    output.WriteLine("  " + line);
                }

                output.WriteLine();
            }

            return code;
        }
    }
}
