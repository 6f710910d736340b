namespace CoinMoebius.Cli;

/// <summary>The streams, clock and environment that a command uses; a test passes its own.</summary>
/// <param name="In">Standard input, as bytes.</param>
/// <param name="Out">Standard output, as bytes.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandIo(Stream In, Stream Out, TextWriter Error)
{
    /// <summary>True when standard input is not redirected.</summary>
    public bool InIsTerminal { get; init; }

    /// <summary>True when standard output is a terminal.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>True when standard error is a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Looks up an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The process's own streams.</summary>
    public static CommandIo FromConsole() => new(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error)
    {
        InIsTerminal = !Console.IsInputRedirected,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
    };
}
