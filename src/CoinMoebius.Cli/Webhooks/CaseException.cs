namespace CoinMoebius.Cli.Webhooks;

/// <summary>A case cannot be understood. Ends the case, not the run.</summary>
/// <param name="message">Why; without the values, which may be secret.</param>
internal sealed class CaseException(string message) : Exception(message);
