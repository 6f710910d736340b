namespace CoinMoebius.Cli;

/// <summary>Ends a command with <see cref="ExitCode.Usage"/> and a message for the caller.</summary>
/// <param name="message">One sentence that states what to do.</param>
internal sealed class CommandException(string message) : Exception(message);
