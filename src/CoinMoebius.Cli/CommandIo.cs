namespace CoinMoebius.Cli;

/// <summary>What a command may touch of the outside world; a test passes its own.</summary>
/// <param name="In">Standard input, as bytes.</param>
/// <param name="Out">Standard output, as bytes.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandIo(Stream In, Stream Out, TextWriter Error)
{
    /// <summary>True when nobody redirected standard input.</summary>
    public bool InIsTerminal { get; init; }

    /// <summary>True when standard output is read by a person.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>True when standard error is read by a person.</summary>
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
