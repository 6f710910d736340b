namespace CoinMoebius.Cli.Webhooks;

/// <summary>Reports that a case cannot be read. It ends the case, not the run.</summary>
/// <param name="message">The reason, without values, which may be secret.</param>
internal sealed class CaseException(string message) : Exception(message);
