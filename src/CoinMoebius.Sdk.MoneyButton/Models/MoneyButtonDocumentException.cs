namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>A saved answer of Money Button's API is not what it was taken for. The message quotes nothing of it.</summary>
public sealed class MoneyButtonDocumentException : CoinMoebiusException
{
    internal MoneyButtonDocumentException(string message, IReadOnlyList<MoneyButtonError>? errors = null)
        : base(message) => Errors = errors ?? [];

    /// <summary>The errors that the document holds in place of an answer; empty when it lists none, or is of another kind altogether.</summary>
    public IReadOnlyList<MoneyButtonError> Errors { get; }
}
