namespace CoinMoebius.Cli;

/// <summary>Ends a command with <see cref="ExitCode.Usage"/> and a message for the person who called it.</summary>
/// <param name="message">One sentence that says what to do.</param>
internal sealed class CommandException(string message) : Exception(message);
