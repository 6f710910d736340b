namespace CoinMoebius.Sdk.Http;

/// <summary>
/// An invalid response. Carries the problem to the code that knows the status and body; it never leaves the client.
/// </summary>
internal sealed class AnswerException(string problem) : Exception(problem);
