namespace CoinMoebius.Faults;

/// <summary>The arguments make no sense; the message says which, in one line.</summary>
public sealed class UsageException(string message) : Exception(message);
