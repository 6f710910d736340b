namespace CoinMoebius.Sdk.Http;

/// <summary>An answer is not what is due. Carries what is wrong to where the status and body are known; never leaves the client.</summary>
internal sealed class AnswerException(string problem) : Exception(problem);
