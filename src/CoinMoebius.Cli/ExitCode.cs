namespace CoinMoebius.Cli;

/// <summary>What the shell is told.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>The command ran; a request was refused or a line could not be understood.</summary>
    public const int Failure = 1;

    /// <summary>The command was not called rightly, or could not read its input or write its output.</summary>
    public const int Usage = 2;

    /// <summary>Nobody reads the output any more: 128 and SIGPIPE, as shells report it of other tools.</summary>
    public const int ClosedPipe = 141;
}
