using System.Text;
using System.Text.Json;

namespace CoinMoebius.Cli.Tests.Support;

/// <summary>Runs the command line in this process.</summary>
internal static class CommandLine
{
    public static Task<CommandOutcome> RunAsync(string input, params string[] args) => RunAsync(Encoding.UTF8.GetBytes(input), null, args);

    public static async Task<CommandOutcome> RunAsync(byte[] input, Func<CommandIo, CommandIo>? change, params string[] args)
    {
        var output = new MemoryStream();
        var error = new StringWriter();
        var io = new CommandIo(new MemoryStream(input), output, error) { Variable = _ => null };
        var code = await CommandLineApplication.InvokeAsync(args, change?.Invoke(io) ?? io);
        return new(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}

internal sealed record CommandOutcome(int Code, string Out, string Error)
{
    public IReadOnlyList<JsonElement> Results => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonDocument.Parse(line).RootElement)];
}
