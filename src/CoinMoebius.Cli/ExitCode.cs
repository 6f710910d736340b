namespace CoinMoebius.Cli;

/// <summary>The exit codes of the process.</summary>
internal static class ExitCode
{
    /// <summary>The command succeeded.</summary>
    public const int Success = 0;

    /// <summary>The command ran, but a request was rejected or a line could not be read.</summary>
    public const int Failure = 1;

    /// <summary>The command was used incorrectly, or could not read its input or write its output.</summary>
    public const int Usage = 2;

    /// <summary>The reader closed the output: 128 plus SIGPIPE, as shells report it for other tools.</summary>
    public const int ClosedPipe = 141;
}
