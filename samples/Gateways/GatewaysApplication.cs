using Spectre.Console;

namespace Gateways;

/// <summary>One payment through each gateway.</summary>
public static class GatewaysApplication
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>At least one gateway failed; the others have run.</summary>
    public const int Failure = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    private const string Help =
        """
        One payment through each gateway: create, pay, watch, refund.

        Settings, as --Name value or --Name=value:
          --Only inqud,mobbex          some of the gateways
          --PayWithin 00:10:00         how long one may take, payer included
          --Refund false               keep the money
          --Mobbex:ApiKey …            credentials: the real API is called (README.md)
        """;

    /// <summary>Runs the gateways that the command line names, or all.</summary>
    /// <param name="args">Configuration as <c>--Name value</c>; <c>--Only inqud,mobbex</c> chooses.</param>
    /// <param name="console">Where the run is shown.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, IAnsiConsole console, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<IGateway> all = [new InqudGateway(), new CoinflowGateway(), new MobbexGateway(), new MoneyButtonGateway()];
        if (!IsConfiguration(args))
        {
            console.Profile.Out.Writer.WriteLine(Help);
            return args is ["--help" or "-h" or "-?"] ? Success : Usage;
        }

        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(args)
            .Build();
        var names = (configuration["Only"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.FirstOrDefault(name => !all.Any(gateway => Is(gateway, name))) is { } unknown)
        {
            console.WriteLine($"There is no gateway \"{unknown}\". Known: {string.Join(", ", all.Select(gateway => gateway.Section))}.");
            return Usage;
        }

        var chosen = all.Where(gateway => names.Length == 0 || names.Any(name => Is(gateway, name))).ToList();
        var display = new Display(console);
        var journals = await display.RunAsync(chosen, new GatewayHost(configuration), cancellationToken);
        display.Summarize(journals);
        return journals.All(journal => journal.Error is null) ? Success : Failure;
    }

    private static bool IsConfiguration(ReadOnlySpan<string> args) => args switch
    {
        [] => true,
        [var first, .. var rest] when IsName(first) && first.Contains('=', StringComparison.Ordinal) => IsConfiguration(rest),
        [var name, _, .. var rest] when IsName(name) => IsConfiguration(rest),
        _ => false,
    };

    private static bool IsName(string text) => text.Length > 2 && text.StartsWith("--", StringComparison.Ordinal);

    private static bool Is(IGateway gateway, string name) => gateway.Section.Equals(name, StringComparison.OrdinalIgnoreCase);
}
